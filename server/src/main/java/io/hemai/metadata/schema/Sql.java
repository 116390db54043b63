package io.hemai.metadata.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.database.RawSql;
import io.hemai.metadata.ColumnKind;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Shapes in the terms of jOOQ. */
final class Sql {
    private Sql() {}

    static DataType<?> type(ColumnKind kind) {
        return switch (kind) {
            case TEXT -> SQLDataType.CLOB;
            case BIGINT -> SQLDataType.BIGINT;
            case NUMERIC -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIMESTAMPTZ -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case UUID -> SQLDataType.UUID;
            case TEXT_ARRAY -> SQLDataType.CLOB.getArrayDataType();
            case JSONB -> SQLDataType.JSONB;
        };
    }

    /** The name that PostgreSQL gives the type. */
    static String typeName(ColumnKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case BIGINT -> "bigint";
            case NUMERIC -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMPTZ -> "timestamp with time zone";
            case UUID -> "uuid";
            case TEXT_ARRAY -> "text[]";
            case JSONB -> "jsonb";
        };
    }

    static Field<?> column(ColumnShape column) {
        return field(name(column.name()), type(column.kind()).nullable(!column.filled()));
    }

    static Field<?> part(IndexShape.Part part) {
        Field<String> column = field(name(part.column()), SQLDataType.VARCHAR);
        return switch (part.form()) {
            case BARE -> column;
            case FOLDED -> RawSql.fold(column);
            case PINYIN -> RawSql.pinyinOrder(column);
        };
    }

    static Field<?>[] parts(IndexShape index) {
        return index.parts().stream().map(Sql::part).toArray(Field<?>[]::new);
    }

    /** The column that a row must have a value in to be indexed. */
    static Field<?> sparse(String column) {
        return DSL.field(name(column));
    }
}
