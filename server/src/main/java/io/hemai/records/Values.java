package io.hemai.records;

import io.hemai.metadata.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that code writes, by field. */
public final class Values {
    private final Map<String, @Nullable Object> byField = new LinkedHashMap<>();

    private Values() {}

    /** No values yet. */
    public static Values none() {
        return new Values();
    }

    /** One value. */
    public static <T> Values of(Field<T> field, @Nullable T value) {
        return new Values().set(field, value);
    }

    /** Adds a value; null empties the field. */
    public <T> Values set(Field<T> field, @Nullable T value) {
        byField.put(field.name(), value);
        return this;
    }

    /** The value given to the field; null when none is, or it is emptied. */
    @SuppressWarnings("unchecked") // values are set with their own field
    public <T> @Nullable T value(Field<T> field) {
        return (T) byField.get(field.name());
    }

    /** The values by field name. */
    public Map<String, @Nullable Object> byField() {
        return byField;
    }
}
