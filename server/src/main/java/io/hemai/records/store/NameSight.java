package io.hemai.records.store;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ObjectType;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody is shown of the names of an object's records: the names, their masks, or nothing. A label is a name by another
 * way, so every label passes here.
 */
@NamedInterface("sight")
public record NameSight(Field<?> name, FieldRight right) {
    /** As the rights on the object's records have it. */
    public static NameSight of(ObjectType type, Rights rights) {
        return new NameSight(type.nameField(), rights.on(type.nameField()));
    }

    /** Whether names are shown as they are, so that they may also be sorted by. */
    public boolean open() {
        return right.compareTo(FieldRight.READ) >= 0;
    }

    /** The same with a mask at most, for records that may not be read. */
    public NameSight mask() {
        return open() ? new NameSight(name, FieldRight.MASKED) : this;
    }

    /** What is shown of a name; empty when there is none or it is hidden. */
    public String shown(@Nullable String text) {
        if (text == null || text.isEmpty() || right == FieldRight.HIDDEN) {
            return "";
        }
        return open() ? text : masked(name.type(), text);
    }

    /** Names are text or codes; only a text has a beginning that its mask may show. */
    @SuppressWarnings("unchecked") // the mask of a text is made of a text
    private static String masked(FieldType<?> type, String text) {
        return switch (type.comparison()) {
            case TEXT -> ((FieldType<String>) type).masked(text);
            default -> "***";
        };
    }

    /** The name as a column that is never null; what is hidden is not even read. */
    org.jooq.Field<String> column(Name at) {
        return right == FieldRight.HIDDEN
                ? DSL.inline("")
                : DSL.coalesce(Tables.first(at, name).cast(SQLDataType.VARCHAR), DSL.inline(""));
    }
}
