package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** One line of the story of an approval, which is told to who may read what the approval is about. */
@Component
public final class ApprovalActObject extends StandardObject {
    /** Who did it, as they were called; empty for Hemai. */
    public final Field<String> name = add(text("name").readOnly().naming());

    public final Field<RecordId> approval =
            add(link("approval", "approval", "acts", OnDelete.CASCADE).readOnly());
    public final Field<Deed> deed = add(choice("deed", Deed.class).readOnly());
    public final Field<RecordId> by = add(user("by").readOnly());
    /** Who was asked, added or given it, as they were called. */
    public final Field<String> others = add(longText("others").readOnly());

    public final Field<String> stepName = add(text("step_name").readOnly());
    public final Field<String> comment = add(longText("comment").readOnly());
    /** Whether it was done by a link from a mail. */
    public final Field<Boolean> byMail = add(bool("by_mail").readOnly());

    public final Field<Instant> happenedAt = add(datetime("happened_at").readOnly());

    ApprovalActObject() {
        super("approval_act", ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL);
    }
}
