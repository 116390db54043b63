package io.hemai.timeline;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** A word that records are marked with, and how it is shown; words that nobody put here may be used all the same. */
@Component
public final class TagObject extends StandardObject {
    public final Field<String> name =
            add(text("name").required().unique().searchable().naming());
    public final Field<String> color = add(choice(
            "color", "gray", "red", "orange", "amber", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple",
            "pink"));
    public final Field<String> description = add(text("description"));

    TagObject() {
        super("tag", ObjectTrait.REFERENCE);
    }
}
