package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.testing.SampleObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up records and questions about them from a few values each, so that questions often match. */
final class RandomFilters {
    private static final List<String> TEXTS = List.of("王芳", "ＡＢＣ", "abc", "a_b", "100%", "华东 精密", "x\\y", "Ǆ");
    private static final List<String> PIECES = List.of("王", "b", "_", "%", "精密", "\\", "zz", "a");
    private static final List<String> PATHS = List.of(
            "",
            "",
            "",
            "",
            "parent.",
            "children.",
            "parent.parent.",
            "parent.children.",
            "children.parent.",
            "children.children.",
            "parent.parent.parent.",
            "parent.children.parent.",
            "children.parent.children.");
    private static final List<String> PERIODS = List.of(
            "today", "yesterday", "tomorrow", "this_week", "last_week", "this_month", "last_30_days", "next_7_days");
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private final Random random;

    RandomFilters(long seed) {
        random = new Random(seed);
    }

    /** Values of a record; each is empty now and then. */
    Values values(SampleObject sample) {
        Values values = Values.of(sample.name, text());
        maybe(() -> values.set(sample.note, text()));
        maybe(() -> values.set(sample.size, (long) random.nextInt(4)));
        maybe(() -> values.set(sample.ratio, decimal()));
        maybe(() -> values.set(sample.day, day()));
        maybe(() -> values.set(sample.moment, moment()));
        maybe(() -> values.set(sample.flag, random.nextBoolean()));
        maybe(() -> values.set(sample.grade, pick(List.of(SampleObject.Grade.values()))));
        maybe(() -> values.set(sample.source, pick(List.of("web", "call"))));
        maybe(() -> values.set(sample.labels, pick(List.of(List.of("a"), List.of("a", "b"), List.of("c")))));
        maybe(() -> values.set(sample.amount, io.hemai.kernel.Money.of(decimal().toPlainString(), "CNY")));
        return values;
    }

    private void maybe(Runnable set) {
        if (random.nextInt(3) > 0) {
            set.run();
        }
    }

    /** A question of some depth. */
    Filter filter(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(5)) {
            case 0 -> new Filter.And(List.of(filter(depth - 1), filter(depth - 1)));
            case 1 -> new Filter.Or(List.of(filter(depth - 1), filter(depth - 1)));
            case 2 -> new Filter.Not(filter(depth - 1));
            default -> leaf(pick(PATHS));
        };
    }

    private Filter leaf(String path) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> text(path + pick(List.of("name", "note")));
            case 2 -> ordered(path + "size", () -> (long) random.nextInt(4));
            case 3 -> ordered(path + "ratio", this::decimal);
            case 4 -> ordered(path + "day", this::day);
            case 5 -> range(path + "moment", this::moment);
            case 6 -> range(path + "amount", this::decimal);
            case 7 -> Filter.leaf(path + "flag", pick(List.of(Op.EQ, Op.NE)), random.nextBoolean());
            case 8 -> member(path);
            case 9 -> Filter.leaf(path + pick(List.of("day", "moment")), Op.WITHIN, pick(PERIODS));
            case 10 -> variable(path);
            default ->
                Filter.leaf(
                        path + pick(List.of("name", "note", "size", "day", "flag", "grade", "labels", "amount")),
                        pick(List.of(Op.EMPTY, Op.NOT_EMPTY)),
                        null);
        };
    }

    private Filter variable(String path) {
        String field = pick(List.of("owner", "department"));
        String meant = field.equals("owner") ? "$me" : "$my_department";
        return random.nextBoolean()
                ? Filter.leaf(path + field, pick(List.of(Op.EQ, Op.NE)), meant)
                : Filter.leaf(path + field, pick(List.of(Op.IN, Op.NOT_IN)), List.of(meant));
    }

    private Filter text(String path) {
        return switch (random.nextInt(4)) {
            case 0 -> Filter.leaf(path, pick(List.of(Op.EQ, Op.NE)), text());
            case 1 -> Filter.leaf(path, pick(List.of(Op.IN, Op.NOT_IN)), List.of(text(), text()));
            case 2 -> Filter.leaf(path, Op.CONTAINS, pick(PIECES));
            default -> Filter.leaf(path, Op.STARTS_WITH, pick(PIECES));
        };
    }

    private Filter ordered(String path, Supplier<?> value) {
        return random.nextInt(4) == 0
                ? Filter.leaf(path, pick(List.of(Op.IN, Op.NOT_IN)), List.of(value.get(), value.get()))
                : range(path, value);
    }

    private Filter range(String path, Supplier<?> value) {
        return random.nextInt(4) == 0
                ? Filter.leaf(path, Op.BETWEEN, List.of(value.get(), value.get()))
                : Filter.leaf(path, pick(List.of(Op.EQ, Op.NE, Op.LT, Op.LE, Op.GT, Op.GE)), value.get());
    }

    private Filter member(String path) {
        return switch (random.nextInt(3)) {
            case 0 -> Filter.leaf(path + "grade", pick(List.of(Op.EQ, Op.NE)), pick(List.of("low", "high")));
            case 1 ->
                Filter.leaf(path + "labels", pick(List.of(Op.EQ, Op.NE, Op.CONTAINS)), pick(List.of("a", "b", "d")));
            default -> Filter.leaf(path + "labels", pick(List.of(Op.IN, Op.NOT_IN)), List.of("b", "c"));
        };
    }

    private String text() {
        return pick(TEXTS);
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(5) * 50L, 2);
    }

    /** A day of one March, or one that is near. */
    private LocalDate day() {
        return random.nextBoolean()
                ? LocalDate.of(2026, 3, 1 + random.nextInt(4))
                : LocalDate.now(ZoneOffset.UTC).plusDays(pick(List.of(-30, -29, -7, -1, 0, 1, 6, 7)));
    }

    /** Of the near ones some are of another day elsewhere. */
    private Instant moment() {
        return random.nextBoolean()
                ? NOON.plusSeconds(3_600L * random.nextInt(4))
                : LocalDate.now(ZoneOffset.UTC)
                        .atStartOfDay(ZoneOffset.UTC)
                        .plusHours(random.nextInt(72) - 24L)
                        .toInstant();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
