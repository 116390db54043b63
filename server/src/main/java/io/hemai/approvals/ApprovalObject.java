package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That something about a record is asked for: from submitting it to the last decision. It belongs to who submitted it. */
@Component
public final class ApprovalObject extends StandardObject {
    public final Field<String> name = add(text("name").readOnly().naming());
    /** The record that it is about. */
    public final Field<About> about =
            add(Field.of("about", new AboutType()).readOnly().indexed());

    public final Field<RecordId> submitter = add(user("submitter").readOnly());
    public final Field<ApprovalStatus> status =
            add(choice("status", ApprovalStatus.class).readOnly().indexed());
    /** What the step that is asked is called. */
    public final Field<String> stepName = add(text("step_name").readOnly());

    public final Field<Instant> dueAt = add(datetime("due_at").readOnly());
    public final Field<Instant> settledAt = add(datetime("settled_at").readOnly());
    /** The work that waits for it, one approval each: the run of a flow. */
    public final Field<String> run = add(text("run").readOnly().unique().hidden());
    /** The step of that work that asked last. */
    public final Field<String> step = add(text("step").readOnly().hidden());
    /** The step that asked first, where it begins anew. */
    public final Field<String> firstStep = add(text("first_step").readOnly().hidden());
    /** How often a step asked so far. */
    public final Field<Long> round = add(count("round").readOnly().hidden());

    public final Field<Turn> turn = add(choice("turn", Turn.class).readOnly().hidden());
    /** The step that is to be asked again. */
    public final Field<String> backTo = add(text("back_to").readOnly().hidden());
    /** On what terms the step asks, as {@link Terms}. */
    public final Field<Object> terms = add(jsonObject("terms").readOnly().hidden());
    /** The fields that are approved, and locked meanwhile; none for all. */
    public final Field<Object> content = add(jsonTexts("content").readOnly().hidden());
    /** Fingerprint of what these fields said when it was submitted. */
    public final Field<String> fingerprint = add(text("fingerprint").readOnly().hidden());
    /** How often those who let time run out were told so. */
    public final Field<Long> reminders = add(count("reminders").readOnly().hidden());

    /** When to look whether time has run out. */
    public final Field<Instant> checkAt = add(datetime("check_at").readOnly().hidden());
    /** The round after which all is asked anew: what was signed before counts no more. */
    public final Field<Long> anewAfter = add(count("anew_after").readOnly().hidden());

    public final Field<Instant> urgedAt = add(datetime("urged_at").readOnly().hidden());

    ApprovalObject() {
        super("approval", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY);
    }
}
