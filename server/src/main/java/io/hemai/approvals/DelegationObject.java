package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** That somebody decides in the place of a person who is away; it belongs to who is away. */
@Component
public final class DelegationObject extends StandardObject {
    /** Such as a holiday. */
    public final Field<String> name = add(text("name").required().naming());

    public final Field<RecordId> delegate = add(user("delegate").required());
    public final Field<LocalDate> startsOn = add(date("starts_on").required());
    /** The last day. */
    public final Field<LocalDate> endsOn = add(date("ends_on").required());

    DelegationObject() {
        super("delegation", ObjectTrait.OWNED, ObjectTrait.PERSONAL);
    }
}
