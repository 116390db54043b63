package io.hemai.metadata;

/**
 * A database column of a field.
 *
 * @param suffix empty for the first column, which carries the field's name; {@code _currency} and the like for further ones
 */
public record Column(String suffix, ColumnKind kind) {
    /** The one column of a field that needs no more. */
    public static Column of(ColumnKind kind) {
        return new Column("", kind);
    }
}
