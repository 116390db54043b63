package io.hemai.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the interface shows an object.
 *
 * @param icon name of an icon of the interface; null for the usual one
 * @param color one of its twelve tag colours; null for none
 * @param menu whether menus offer it to who may read it; an object that is being made waits
 * @param arranged whether the company put its fields in an order, to which forms keep then
 * @param columns what a list that nobody arranged tells besides the name, in order; empty where the interface chooses
 */
public record Look(
        @Nullable String icon, @Nullable String color, boolean menu, boolean arranged, List<String> columns) {
    /** Nothing special. */
    public static final Look USUAL = new Look(null, null, true, false, List.of());

    public Look {
        columns = List.copyOf(columns);
    }

    /** The same with those columns. */
    public Look withColumns(List<String> names) {
        return new Look(icon, color, menu, arranged, names);
    }
}
