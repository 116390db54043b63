package io.hemai.metadata.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that a table must have. The name tells the whole form, so that an index of the name is the index wanted.
 *
 * @param sparse the column that a row must have a value in to be indexed; null for all rows
 */
record IndexShape(
        String name, Kind kind, List<Part> parts, @Nullable String sparse) {
    /** What an index is for. */
    enum Kind {
        PLAIN,
        UNIQUE,
        /** Of arrays: which of them hold a value. */
        ELEMENTS
    }

    /** In which form a column is indexed. */
    enum Form {
        /** As it is. */
        BARE(""),
        /** As text compares. */
        FOLDED("fold"),
        /** As Chinese dictionaries order it. */
        PINYIN("pinyin");

        private final String word;

        Form(String word) {
            this.word = word;
        }
    }

    /** A column of an index. */
    record Part(String column, Form form) {
        private String word() {
            return form == Form.BARE ? column : column + "_" + form.word;
        }
    }

    /** An index over whole columns, which finds and sorts. */
    static IndexShape plain(String table, String... columns) {
        return of(table, Kind.PLAIN, null, bare(columns));
    }

    /** The same, of the rows that have a value in the first column. */
    static IndexShape sparse(String table, String... columns) {
        return of(table, Kind.PLAIN, columns[0], bare(columns));
    }

    /** An index of a column in a form, then of the id. */
    static IndexShape formed(String table, String column, Form form) {
        return of(table, Kind.PLAIN, null, List.of(new Part(column, form), new Part("id", Form.BARE)));
    }

    /** No two rows have the same value; rows without one are not indexed. */
    static IndexShape unique(String table, String column, Form form) {
        return of(table, Kind.UNIQUE, column, List.of(new Part(column, form)));
    }

    /** Finds arrays by what they hold; rows without one are not indexed, which costs as much as rows with one. */
    static IndexShape elements(String table, String column) {
        return of(table, Kind.ELEMENTS, column, bare(column));
    }

    private static List<Part> bare(String... columns) {
        return Arrays.stream(columns).map(c -> new Part(c, Form.BARE)).toList();
    }

    private static IndexShape of(String table, Kind kind, @Nullable String sparse, List<Part> parts) {
        String start = switch (kind) {
            case PLAIN -> sparse == null ? "ix" : "ixs";
            case UNIQUE -> "uq";
            case ELEMENTS -> "gins";
        };
        String words = parts.stream().map(Part::word).collect(Collectors.joining("__"));
        return new IndexShape(Identifiers.fit(start + "_" + table + "__" + words), kind, parts, sparse);
    }

    boolean unique() {
        return kind == Kind.UNIQUE;
    }
}
