package io.hemai.records.store;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What an answer tells of a file, as one column beside the file's id.
 *
 * @param name null when the file is gone
 */
record FileFacts(@Nullable String name, long size, String type) {
    /** Neither names nor types have line breaks. */
    private static final String BETWEEN = "\n";

    private static final int PARTS = 3;

    /** The column: a subquery of the select list, which runs for the rows of the page only. */
    static Field<String> of(Field<UUID> id, Name alias) {
        return DSL.field(DSL.select(concat(
                        DSL.field(alias.append(FileTables.SIZE.getName())).cast(SQLDataType.VARCHAR),
                        inline(BETWEEN),
                        DSL.field(alias.append(FileTables.TYPE.getName()), SQLDataType.VARCHAR),
                        inline(BETWEEN),
                        DSL.field(alias.append(FileTables.NAME.getName()), SQLDataType.VARCHAR)))
                .from(FileTables.files().as(alias))
                .where(Tables.id(alias).eq(id)));
    }

    /** What the column says. */
    static FileFacts of(@Nullable String column) {
        if (column == null) {
            return new FileFacts(null, 0, "");
        }
        String[] parts = column.split(BETWEEN, PARTS);
        return new FileFacts(parts[2], Long.parseLong(parts[0]), parts[1]);
    }

    /** Writes {@code {"id","name","size","type"}}; of a file that is gone its id alone. */
    void write(String id, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        if (name != null) {
            json.writeStringProperty("name", name);
            json.writeNumberProperty("size", size);
            json.writeStringProperty("type", type);
        }
        json.writeEndObject();
    }
}
