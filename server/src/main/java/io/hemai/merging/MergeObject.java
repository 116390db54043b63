package io.hemai.merging;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A merge that happened: what it needs to be undone stands in its moves. */
@Component
public final class MergeObject extends StandardObject {
    /** What the record that is left was called. */
    public final Field<String> name = add(text("name").naming());
    /** The record that is left. */
    public final Field<About> survivor =
            add(Field.of("survivor", new AboutType()).required().indexed());

    public final Field<Instant> mergedAt = add(datetime("merged_at").required());
    public final Field<Instant> undoneAt = add(datetime("undone_at"));

    MergeObject() {
        super("merge", ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL);
    }
}
