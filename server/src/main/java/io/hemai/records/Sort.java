package io.hemai.records;

import io.hemai.metadata.Field;

/**
 * One key of an order; empty values come last either way.
 *
 * @param path field name, or a path over links
 */
public record Sort(String path, boolean descending) {
    public static Sort by(Field<?> field) {
        return new Sort(field.name(), false);
    }

    public static Sort byDescending(Field<?> field) {
        return new Sort(field.name(), true);
    }

    /** Reads {@code -amount} or {@code amount}. */
    public static Sort parse(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }
}
