package io.hemai.automation;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** A flow as it was published; never changed, so that what runs by it ends as it began. */
@Component
public final class FlowVersionObject extends StandardObject {
    public final Field<RecordId> flow =
            add(link("flow", "flow", "versions", OnDelete.CASCADE).required().fixed());
    public final Field<Long> number = add(count("number").required());
    public final Field<String> name = add(text("name").required().naming());
    public final Field<Object> definition = add(jsonObject("definition").required());

    FlowVersionObject() {
        super("flow_version", ObjectTrait.SHAPE, ObjectTrait.READ_ONLY);
    }
}
