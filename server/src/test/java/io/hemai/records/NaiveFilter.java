package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.testing.SampleObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters evaluated the plain way over rows in memory: slow, short, and written apart from the compiler it is held against. */
final class NaiveFilter {
    private final Map<RecordId, Row> all;
    private final SampleObject sample;
    private final Predicate<Row> readable;
    private final Asker asker;

    /** Who asks, and where: what variables and days mean. */
    record Asker(@Nullable RecordId person, @Nullable RecordId department, ZoneId zone) {}

    NaiveFilter(Map<RecordId, Row> all, SampleObject sample, Predicate<Row> readable, Asker asker) {
        this.asker = asker;
        this.all = all;
        this.sample = sample;
        this.readable = readable;
    }

    boolean matches(Row row, Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().allMatch(p -> matches(row, p));
            case Filter.Or(var parts) -> parts.stream().anyMatch(p -> matches(row, p));
            case Filter.Not(var part) -> !matches(row, part);
            case Filter.Leaf leaf -> leaf(row, leaf);
            case Filter.Shared shared -> throw new IllegalStateException("not asked by callers");
            case Filter.Through through -> throw new IllegalStateException("not asked by callers");
        };
    }

    /** All values the path reaches; over links to one record a missing one counts as empty, over links to many as none. */
    private boolean leaf(Row row, Filter.Leaf leaf) {
        List<@Nullable Row> at = new ArrayList<>(Collections.singletonList(row));
        String[] names = leaf.path().split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            List<@Nullable Row> next = new ArrayList<>();
            for (Row each : at) {
                next.addAll(step(each, names[i]));
            }
            at = next;
        }
        return at.stream().anyMatch(r -> holds(r, names[names.length - 1], leaf));
    }

    private Collection<@Nullable Row> step(@Nullable Row row, String name) {
        if (name.equals("children")) {
            return row == null
                    ? List.of()
                    : all.values().stream()
                            .filter(r -> row.id().equals(r.value(sample.parent)) && readable.test(r))
                            .toList();
        }
        RecordId parent = row == null ? null : row.value(sample.parent);
        Row found = parent == null ? null : all.get(parent);
        return Collections.singletonList(found == null || !readable.test(found) ? null : found);
    }

    private boolean holds(@Nullable Row row, String name, Filter.Leaf leaf) {
        Object value = row == null ? null : value(row.type(), row, name);
        return switch (leaf.op()) {
            case EMPTY -> value == null;
            case NOT_EMPTY -> value != null;
            case NE -> !compare(value, Op.EQ, leaf.value());
            case NOT_IN -> !compare(value, Op.IN, leaf.value());
            case WITHIN -> value != null && within(value, String.valueOf(leaf.value()));
            default -> compare(value, leaf.op(), leaf.value());
        };
    }

    private boolean within(Object value, String period) {
        LocalDate day = value instanceof Instant moment ? LocalDate.ofInstant(moment, asker.zone()) : (LocalDate) value;
        LocalDate today = LocalDate.ofInstant(Instant.now(), asker.zone());
        long away = ChronoUnit.DAYS.between(today, day);
        int weekday = today.getDayOfWeek().getValue();
        return switch (period) {
            case "today" -> away == 0;
            case "yesterday" -> away == -1;
            case "tomorrow" -> away == 1;
            case "this_week" -> away > -weekday && away <= 7 - weekday;
            case "last_week" -> away > -weekday - 7 && away <= -weekday;
            case "this_month" -> YearMonth.from(day).equals(YearMonth.from(today));
            case "last_30_days" -> away <= 0 && away > -30;
            case "next_7_days" -> away >= 0 && away < 7;
            default -> throw new IllegalStateException(period);
        };
    }

    private @Nullable Object meant(@Nullable Object operand) {
        return "$me".equals(operand) ? asker.person() : "$my_department".equals(operand) ? asker.department() : operand;
    }

    private static @Nullable Object value(ObjectType type, Row row, String name) {
        Field<?> field = type.requireField(name);
        Object value = row.value(field);
        return value instanceof Money money
                ? money.amount()
                : value instanceof Enum<?> e ? e.name().toLowerCase(java.util.Locale.ROOT) : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one field compare with each other
    private boolean compare(@Nullable Object value, Op op, @Nullable Object given) {
        Object operand = meant(given);
        if (value == null || operand == null) {
            return false;
        }
        if (value instanceof List<?> set) {
            return op == Op.IN ? ((List<?>) operand).stream().anyMatch(set::contains) : set.contains(operand);
        }
        if (op == Op.IN) {
            return ((List<?>) operand).stream().anyMatch(o -> compare(value, Op.EQ, o));
        }
        if (op == Op.BETWEEN) {
            List<?> bounds = (List<?>) operand;
            return compare(value, Op.GE, bounds.get(0)) && compare(value, Op.LE, bounds.get(1));
        }
        if (value instanceof String text) {
            String one = Normalised.of(text);
            String other = Normalised.of((String) operand);
            return switch (op) {
                case EQ -> one.equals(other);
                case CONTAINS -> one.contains(other);
                case STARTS_WITH -> one.startsWith(other);
                default -> throw new IllegalStateException(op.code());
            };
        }
        int order = ((Comparable) value).compareTo(operand);
        return switch (op) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw new IllegalStateException(op.code());
        };
    }
}
