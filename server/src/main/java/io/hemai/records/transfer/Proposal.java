package io.hemai.records.transfer;

import io.hemai.metadata.CommonFields;
import io.hemai.records.transfer.file.ColumnKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like and how its columns are probably meant.
 *
 * @param encoding of a text file; null for a workbook
 * @param whole whether rows were counted to the end of the file
 * @param broken rows whose form is damaged
 * @param fields that an import may fill; null in jobs that were queued before they were told
 * @param head the first rows, their cells cut; null in jobs that were queued before they were told
 */
record Proposal(
        String format,
        @Nullable String encoding,
        @Nullable String delimiter,
        List<Sheet> sheets,
        boolean whole,
        long rows,
        long broken,
        List<Guess> columns,
        @Nullable List<String> fields,
        @Nullable List<List<String>> head) {
    /** From here on a guess is used when no mapping is given. */
    private static final double SURE = 0.75;

    /** A table of the file. */
    record Sheet(String name, boolean hidden) {}

    /**
     * A column and the field it probably fills.
     *
     * @param field null when nothing fits
     * @param confidence from 0 to 1
     * @param format how its days are written, when they all are written so
     * @param formats all ways in which its days may be written, when there are several
     * @param seen rows that were looked at
     * @param found what cells say, with how many say so, when there are at most 60 different short texts
     * @param values for choices, what cells say to the code that is probably meant; empty text where nothing fits
     */
    record Guess(
            String column,
            List<String> samples,
            @Nullable Integer seen,
            int filled,
            int distinct,
            ColumnKind kind,
            @Nullable String field,
            double confidence,
            @Nullable String format,
            List<String> formats,
            @Nullable Map<String, Integer> found,
            Map<String, String> values) {}

    /** With all rows counted. */
    Proposal counted(Findings found) {
        return new Proposal(
                format, encoding, delimiter, sheets, true, found.rows(), found.broken(), columns, fields, head);
    }

    /** The mapping that the sure guesses make; a record's ID tells nothing about new ones. */
    Mapping mapping(ImportMode mode) {
        List<Mapping.ColumnMapping> sure = new ArrayList<>();
        for (Guess guess : columns) {
            boolean idle = mode == ImportMode.CREATE && CommonFields.ID.name().equals(guess.field());
            if (guess.field() != null && guess.confidence() >= SURE && !idle) {
                Map<String, String> values = new LinkedHashMap<>(guess.values());
                values.values().removeIf(String::isEmpty);
                sure.add(new Mapping.ColumnMapping(guess.column(), guess.field(), guess.format(), values, null));
            }
        }
        return new Mapping(sure, Map.of());
    }
}
