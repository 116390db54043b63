package io.hemai.records;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record as it was read: typed values by field. */
public final class Row {
    private final ObjectType type;
    private final @Nullable Object[] values;

    /**
     * @param values by the places of {@link ObjectType#place}
     */
    public Row(ObjectType type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    public ObjectType type() {
        return type;
    }

    public RecordId id() {
        return require(CommonFields.ID);
    }

    public long version() {
        return require(CommonFields.VERSION);
    }

    /** The field's value; null when empty. */
    @SuppressWarnings("unchecked") // values are put in place by their own field's type
    public <T> @Nullable T value(Field<T> field) {
        return (T) values[type.place(field)];
    }

    /** The value of a field that is never empty. */
    public <T> T require(Field<T> field) {
        return Objects.requireNonNull(value(field), () -> type + "." + field + " is empty");
    }

    /** What a person calls the record. */
    public String label() {
        return Objects.toString(value(type.nameField()), "");
    }

    /** A copy of the values, by place. */
    public @Nullable Object[] values() {
        return values.clone();
    }
}
