package io.hemai.accounts;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A job that a contact had before, written when their account changes. */
@Component
public final class JobMoveObject extends StandardObject {
    public final Field<RecordId> contact = add(master("contact", "contact", "former_jobs"));
    /** Empty for one who came from nowhere known. */
    public final Field<RecordId> account = add(link("account", "account", "former_contacts"));

    public final Field<String> title = add(text("title").naming());
    public final Field<LocalDate> endedOn = add(date("ended_on"));

    JobMoveObject() {
        super("job_move", ObjectTrait.LINE, ObjectTrait.READ_ONLY);
    }
}
