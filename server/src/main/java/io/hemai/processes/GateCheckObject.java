package io.hemai.processes;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That somebody ticked an item of a gate's list for a record. */
@Component
final class GateCheckObject extends StandardObject {
    public final Field<String> name = add(text("name").required().naming());
    public final Field<About> about =
            add(Field.of("about", new AboutType()).required().indexed());
    /** Id of the process; no link, since ticks are no reason to keep one. */
    public final Field<String> process = add(text("process").required());
    /** Gate and key of the item in it. */
    public final Field<String> item = add(text("item").required());

    public final Field<Boolean> done = add(bool("done").required());
    public final Field<RecordId> by = add(user("by"));
    public final Field<Instant> at = add(datetime("at").required());

    GateCheckObject() {
        super("gate_check", ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL);
    }
}
