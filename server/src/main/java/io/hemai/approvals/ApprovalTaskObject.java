package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The part of one person in an approval; it belongs to that person. */
@Component
public final class ApprovalTaskObject extends StandardObject {
    public final Field<String> name = add(text("name").readOnly().naming());
    public final Field<RecordId> approval =
            add(link("approval", "approval", "tasks", OnDelete.CASCADE).readOnly());
    public final Field<About> about =
            add(Field.of("about", new AboutType()).readOnly().indexed());
    public final Field<RecordId> submitter = add(user("submitter").readOnly());
    public final Field<TaskKind> kind = add(choice("kind", TaskKind.class).readOnly());
    public final Field<TaskStatus> status =
            add(choice("status", TaskStatus.class).readOnly().indexed());
    /** In whose place the person decides, who is away, has left or handed it on. */
    public final Field<RecordId> inPlaceOf = add(user("in_place_of").readOnly());

    public final Field<String> stepName = add(text("step_name").readOnly());
    public final Field<Instant> dueAt = add(datetime("due_at").readOnly().indexed());
    public final Field<Instant> decidedAt = add(datetime("decided_at").readOnly());
    /** Whether it was decided by a link from a mail, by whoever had that. */
    public final Field<Boolean> byMail = add(bool("by_mail").readOnly());

    public final Field<String> comment = add(longText("comment").readOnly());

    public final Field<String> step = add(text("step").readOnly().hidden());
    public final Field<Long> round = add(count("round").readOnly().hidden());
    /** Whose turn comes first where they sign in order. */
    public final Field<Long> position = add(count("position").readOnly().hidden());
    /** Whether another signer asked for it, so that nothing passes without it. */
    public final Field<Boolean> added = add(bool("added").readOnly().hidden());
    /** The part whose turn comes after this one. */
    public final Field<RecordId> holdsUp =
            add(link("holds_up", "approval_task", "held_up_by").readOnly().hidden());

    ApprovalTaskObject() {
        super("approval_task", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY);
    }
}
