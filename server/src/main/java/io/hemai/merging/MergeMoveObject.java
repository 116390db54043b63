package io.hemai.merging;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import org.springframework.stereotype.Component;

/** One thing that a merge did to one record. */
@Component
public final class MergeMoveObject extends StandardObject {
    public final Field<RecordId> merge = add(master("merge", "merge", "moves"));
    public final Field<MoveKind> kind = add(choice("kind", MoveKind.class).required());
    /** The record it was done to. */
    public final Field<About> record =
            add(Field.of("record", new AboutType()).required().indexed());
    /** Name of the field that changed; empty for one that was absorbed. */
    public final Field<String> field = add(text("field").naming());
    /** The record that the field led to before. */
    public final Field<About> former = add(Field.of("former", new AboutType()));

    MergeMoveObject() {
        super("merge_move", ObjectTrait.LINE, ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL);
    }
}
