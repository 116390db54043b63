package io.hemai.metadata;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.DatetimeType;
import io.hemai.metadata.fieldtype.IdType;
import io.hemai.metadata.fieldtype.IntegerType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.TextType;
import java.time.Instant;
import java.util.List;

/** The fields that every record has. */
public final class CommonFields {
    /** Identity, a UUID of version 7. */
    public static final Field<RecordId> ID = Field.of("id", new IdType()).readOnly();
    /** Counts the changes, from 1; the ETag. */
    public static final Field<Long> VERSION =
            Field.of("version", new IntegerType()).readOnly();
    /** The record's name in another system. */
    public static final Field<String> EXTERNAL_ID =
            Field.of("external_id", new TextType()).unique();
    /** The person who looks after it. */
    public static final Field<RecordId> OWNER = Field.of("owner", userLink()).derived();
    /** The department it belongs to: its owner's, unless given. */
    public static final Field<RecordId> DEPARTMENT = Field.of(
                    "department", new LinkType("department", "department", OnDelete.RESTRICT, "", false))
            .derived();

    public static final Field<Instant> CREATED_AT =
            Field.of("created_at", new DatetimeType()).readOnly().past().indexed();
    public static final Field<RecordId> CREATED_BY =
            Field.of("created_by", userLink()).readOnly().past();
    public static final Field<Instant> UPDATED_AT =
            Field.of("updated_at", new DatetimeType()).readOnly().indexed();
    public static final Field<RecordId> UPDATED_BY =
            Field.of("updated_by", userLink()).readOnly();

    private static final List<Field<?>> OF_ALL =
            List.of(ID, VERSION, EXTERNAL_ID, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);
    private static final List<Field<?>> OF_OWNED =
            List.of(ID, VERSION, EXTERNAL_ID, OWNER, DEPARTMENT, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);

    private CommonFields() {}

    /** The common fields of an object. */
    public static List<Field<?>> of(boolean owned) {
        return owned ? OF_OWNED : OF_ALL;
    }

    /** Whether the field is one that Hemai keeps about every record by itself. */
    public static boolean kept(Field<?> field) {
        return field.has(Trait.READ_ONLY)
                && OF_ALL.stream().anyMatch(f -> f.name().equals(field.name()));
    }

    private static LinkType userLink() {
        return new LinkType("user", "user", OnDelete.RESTRICT, "", false);
    }
}
