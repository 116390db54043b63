package io.hemai.records.transfer.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a column of whole rows allows; a text column allows everything.
 *
 * @param blanks whether cells may be empty
 * @param choices the only texts there are, in a column of choices
 */
public record ColumnShape(boolean blanks, ColumnKind kind, Set<String> choices) {
    private static final int MOST_CHOICES = 30;
    private static final int REPEATED = 10;
    private static final int LONGEST_CHOICE = 200;
    private static final List<ColumnKind> STRICT = List.of(
            ColumnKind.UUID,
            ColumnKind.EMAIL,
            ColumnKind.URL,
            ColumnKind.DATE,
            ColumnKind.PHONE,
            ColumnKind.INTEGER,
            ColumnKind.DECIMAL,
            ColumnKind.PERCENT,
            ColumnKind.MONEY);

    public ColumnShape {
        choices = Set.copyOf(choices);
    }

    static ColumnShape learn(List<String> values) {
        Set<String> distinct = new HashSet<>();
        int filled = 0;
        for (String value : values) {
            if (!value.isBlank()) {
                distinct.add(value);
                filled++;
            }
        }
        boolean blanks = filled < values.size();
        if (distinct.isEmpty()) {
            return new ColumnShape(true, ColumnKind.EMPTY, Set.of());
        }
        ColumnKind strict = STRICT.stream()
                .filter(kind -> distinct.stream().allMatch(kind::has))
                .findFirst()
                .orElse(ColumnKind.TEXT);
        boolean closed = distinct.size() <= MOST_CHOICES
                && filled >= REPEATED * distinct.size()
                && distinct.stream().allMatch(d -> d.length() <= LONGEST_CHOICE);
        return strict == ColumnKind.TEXT && closed
                ? new ColumnShape(blanks, ColumnKind.CHOICE, distinct)
                : new ColumnShape(blanks, strict, Set.of());
    }

    boolean allows(String value) {
        if (value.isBlank()) {
            return blanks;
        }
        return kind == ColumnKind.CHOICE ? choices.contains(value) : kind.has(value);
    }
}
