package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** Something that a person chose for oneself, such as that a hint is not shown again; each once, wherever one signs in. */
@Component
public final class PreferenceObject extends StandardObject {
    public final Field<String> name = add(text("name").required().fixed().naming());
    /** What was chosen, in the words of who asks for it. */
    public final Field<Object> value = add(json("value"));
    /** Person and name in one, so that the database holds that there is but one. */
    public final Field<String> key = add(text("key").readOnly().unique());

    PreferenceObject() {
        super("preference", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.UNRECORDED);
    }

    static String key(RecordId person, String name) {
        return person + " " + name;
    }
}
