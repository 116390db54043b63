package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.util.List;

/** A field type that is stored in one column as it is. */
abstract class SingleColumnType<T> implements FieldType<T> {
    private final List<Column> columns;

    SingleColumnType(ColumnKind kind) {
        this.columns = List.of(Column.of(kind));
    }

    @Override
    public final List<Column> columns() {
        return columns;
    }

    @Override
    public Object[] store(T value, ValueContext context) {
        return new Object[] {value};
    }

    @Override
    public String text(T value, ValueContext reader) {
        return value.toString();
    }
}
