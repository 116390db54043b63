package io.hemai.automation;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Something that happens by itself to records of an object: what starts it, and its steps. What it is to be is drawn first and published then. */
@Component
public final class FlowObject extends StandardObject {
    public final Field<String> name = add(text("name").required().naming());
    public final Field<String> object = add(text("object").required().fixed().indexed());
    public final Field<String> description = add(longText("description"));
    /** What it is to be, in the form that {@link FlowPlans} reads. */
    public final Field<Object> definition = add(jsonObject("definition").required());

    public final Field<FlowStatus> status = add(choice("status", FlowStatus.class)
            .readOnly()
            .initially(FlowStatus.DRAFT)
            .indexed());
    /** What new runs go by; empty until it is published. */
    public final Field<RecordId> published =
            add(link("published", "flow_version", "current_of", OnDelete.CLEAR).readOnly());
    /** Changes from before start nothing. */
    public final Field<Instant> activeSince = add(datetime("active_since").readOnly());

    /** What draws it in the place of people; empty for theirs. */
    public final Field<String> origin = add(text("origin").readOnly().hidden().indexed());
    /** Which it is of those of its origin. */
    public final Field<String> part = add(text("part").readOnly().hidden());

    FlowObject() {
        super("flow", ObjectTrait.SHAPE);
    }
}
