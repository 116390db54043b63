package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.util.stream.Stream;

/** What a person keeps of some record, once for each. */
public abstract class KeptRecord extends StandardObject {
    public final Field<About> record;
    /** Person and record in one, so that the database holds that there is but one. */
    public final Field<String> key;

    /**
     * @param writing who writes the record, and when
     */
    KeptRecord(String name, Trait writing, ObjectTrait... more) {
        super(
                name,
                Stream.concat(Stream.of(ObjectTrait.OWNED, ObjectTrait.PERSONAL), Stream.of(more))
                        .toArray(ObjectTrait[]::new));
        record = add(Field.of("record", new AboutType()).required().indexed().with(writing));
        key = add(text("key").readOnly().unique());
    }

    /** What the record was called when it was kept. */
    abstract Field<String> label();

    static String key(RecordId person, About record) {
        return person + " " + record.id();
    }
}
