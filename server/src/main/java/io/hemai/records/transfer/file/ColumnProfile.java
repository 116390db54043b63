package io.hemai.records.transfer.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sample of a column's values shows.
 *
 * @param index position, from 0
 * @param seen rows in the sample
 * @param filled those with a value
 * @param distinct different values
 * @param samples up to three different values, as they stand
 * @param kind what most values are
 * @param misfits values that are something else
 * @param choices the values with their counts, the commonest first, when at most 30 repeat; else empty
 * @param values all values with their counts, when there are at most 60 short ones; else empty
 * @param dates how days are written, when the kind is a date
 */
public record ColumnProfile(
        int index,
        String name,
        int seen,
        int filled,
        int distinct,
        List<String> samples,
        ColumnKind kind,
        int misfits,
        Map<String, Integer> choices,
        Map<String, Integer> values,
        DateStyles dates) {
    private static final int SAMPLES = 3;
    private static final int MOST_CHOICES = 30;
    private static final int MOST_VALUES = 60;
    private static final int LONGEST_VALUE = 100;
    private static final double MOST = 0.9;
    private static final List<ColumnKind> BY_FORM = List.of(
            ColumnKind.UUID, ColumnKind.EMAIL, ColumnKind.URL, ColumnKind.BOOLEAN, ColumnKind.DATE, ColumnKind.PHONE);
    /** Each takes in the one before. */
    private static final List<ColumnKind> NUMBERS = List.of(ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.MONEY);

    public ColumnProfile {
        samples = List.copyOf(samples);
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static ColumnProfile of(int index, String name, List<String> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int filled = 0;
        for (String value : values) {
            String text = value.strip();
            if (!text.isEmpty()) {
                counts.merge(text, 1, Integer::sum);
                filled++;
            }
        }
        Map<String, Integer> choices = choices(counts, filled);
        ColumnKind kind = kind(counts, filled, !choices.isEmpty());
        DateStyles dates = DateStyles.NONE;
        if (kind == ColumnKind.DATE) {
            dates = DateStyles.of(List.copyOf(counts.keySet()));
            kind = withTime(counts, dates) ? ColumnKind.DATE_TIME : kind;
        }
        List<String> samples = counts.keySet().stream().limit(SAMPLES).toList();
        int misfits = filled - fitting(counts, kind);
        return new ColumnProfile(
                index, name, values.size(), filled, counts.size(), samples, kind, misfits, choices, few(counts), dates);
    }

    private static Map<String, Integer> few(Map<String, Integer> counts) {
        boolean few = counts.size() <= MOST_VALUES
                && counts.keySet().stream().allMatch(value -> value.length() <= LONGEST_VALUE);
        return few ? counts : Map.of();
    }

    private static Map<String, Integer> choices(Map<String, Integer> counts, int filled) {
        Map<String, Integer> choices = new LinkedHashMap<>();
        if (counts.size() <= MOST_CHOICES && counts.size() * 2 <= filled) {
            counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(e -> choices.put(e.getKey(), e.getValue()));
        }
        return choices;
    }

    private static ColumnKind kind(Map<String, Integer> counts, int filled, boolean repeating) {
        if (filled == 0) {
            return ColumnKind.EMPTY;
        }
        for (ColumnKind kind : BY_FORM) {
            boolean onlyZeroOrOne = kind == ColumnKind.BOOLEAN && (counts.size() == 1) && onlyDigits(counts);
            if (!onlyZeroOrOne && fitting(counts, kind) >= MOST * filled) {
                return kind;
            }
        }
        if (fitting(counts, ColumnKind.PERCENT) >= MOST * filled) {
            return ColumnKind.PERCENT;
        }
        int widest = fitting(counts, ColumnKind.MONEY);
        if (widest >= MOST * filled) {
            return NUMBERS.stream()
                    .filter(kind -> fitting(counts, kind) == widest)
                    .findFirst()
                    .orElse(ColumnKind.MONEY);
        }
        return repeating ? ColumnKind.CHOICE : ColumnKind.TEXT;
    }

    private static boolean onlyDigits(Map<String, Integer> counts) {
        return counts.keySet().stream().allMatch(ColumnKind.INTEGER::has);
    }

    private static int fitting(Map<String, Integer> counts, ColumnKind kind) {
        int fitting = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            fitting += kind.has(count.getKey()) ? count.getValue() : 0;
        }
        return fitting;
    }

    private static boolean withTime(Map<String, Integer> counts, DateStyles dates) {
        List<DateStyle> styles = new ArrayList<>(dates.counts().keySet());
        return counts.keySet().stream()
                .anyMatch(v -> styles.stream()
                        .anyMatch(s -> s.parse(v)
                                .filter(t -> !(t instanceof LocalDate))
                                .isPresent()));
    }
}
