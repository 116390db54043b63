package io.hemai.workspace;

import io.hemai.access.Role;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** A saved list: which records of an object, in which order, with which columns, as a table, board or calendar. */
@Component
public final class ViewObject extends StandardObject {
    /** The settings that name fields: one, several, or something for each. */
    static final List<String> NAMING_SETTINGS = List.of("by", "card", "day", "lanes", "pinned", "widths");

    /** The setting that says how close rows stand. */
    static final String DENSITY = "density";

    public final Field<String> name = add(text("name").required().naming());
    public final Field<String> object = add(text("object").required().fixed().indexed());
    public final Field<String> kind =
            add(choice("kind", "table", "board", "calendar").required().initially("table"));
    /** A filter as queries take it. */
    public final Field<Object> filter = add(jsonObject("filter"));
    /** Paths of fields. */
    public final Field<Object> columns = add(jsonTexts("columns"));
    /** Paths of fields, {@code -} before those that descend. */
    public final Field<Object> sort = add(jsonTexts("sort"));
    /** What the interface keeps besides: by what a board is grouped, how wide columns are. */
    public final Field<Object> settings = add(jsonObject("settings"));

    public final Field<List<String>> audience =
            add(openMultiChoice("audience", Role.EVERYONE).audience());
    /** What its people begin with: the one who owns it or, with an audience, those it is meant for. */
    public final Field<Boolean> isDefault = add(bool("is_default"));

    public final Field<Long> position = add(count("position"));
    public final Field<List<String>> discloses =
            add(openMultiChoice("discloses").readOnly().disclosing());

    ViewObject() {
        super("view", ObjectTrait.OWNED, ObjectTrait.PERSONAL);
    }

    /** By what lists are told of outside of their records; whoever may not read one of these is told of none. */
    List<Field<?>> told() {
        return List.of(object, name, kind, filter, columns, sort, settings, audience, isDefault, position);
    }
}
