package io.hemai.records.store;

import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The only place where names of metadata become names in SQL, always under the bound tenant's schema. */
final class Tables {
    private static final DataType<String[]> TEXTS = SQLDataType.VARCHAR.getArrayDataType();

    private Tables() {}

    /** The qualified name of a table in the tenant's schema. */
    static Name qualified(String table) {
        return DSL.name(CurrentTenant.get().schema(), table);
    }

    /** The object's table. */
    static Table<Record> of(ObjectType type) {
        return DSL.table(qualified(type.name()));
    }

    /** A further table of the tenant that the store joins. */
    static Table<Record> named(String table) {
        return DSL.table(qualified(table));
    }

    /** The columns of a field in a table that goes by the alias. */
    static List<org.jooq.Field<?>> columns(Name alias, Field<?> field) {
        return field.type().columns().stream()
                .<org.jooq.Field<?>>map(c -> column(alias, field, c))
                .toList();
    }

    /** One column of a field. */
    static org.jooq.Field<?> column(Name alias, Field<?> field, Column column) {
        return DSL.field(alias.append(field.name() + column.suffix()), type(column.kind()));
    }

    /** The first column of a field: the one that carries its name. */
    static org.jooq.Field<?> first(Name alias, Field<?> field) {
        return column(alias, field, field.type().columns().getFirst());
    }

    static org.jooq.Field<UUID> id(Name alias) {
        return DSL.field(alias.append("id"), SQLDataType.UUID);
    }

    static org.jooq.Field<UUID> uuid(Name alias, String column) {
        return DSL.field(alias.append(column), SQLDataType.UUID);
    }

    static DataType<?> type(ColumnKind kind) {
        return switch (kind) {
            case TEXT -> SQLDataType.VARCHAR;
            case BIGINT -> SQLDataType.BIGINT;
            case NUMERIC -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIMESTAMPTZ -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case UUID -> SQLDataType.UUID;
            case TEXT_ARRAY -> TEXTS;
            case JSONB -> SQLDataType.JSONB;
        };
    }

    /** A value as the driver takes it. */
    static Object bindable(Object value) {
        return value instanceof java.time.Instant moment
                ? OffsetDateTime.ofInstant(moment, java.time.ZoneOffset.UTC)
                : value;
    }
}
