package io.hemai.analytics;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.records.Report;
import io.hemai.records.Report.Bucket;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.Row;
import io.hemai.testing.SampleObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports worked out record by record, as slowly and plainly as can be; cells as the text of their JSON. */
final class NaiveReport {
    private final SampleObject sample;
    private final Map<RecordId, Row> all;
    private final ZoneId zone;
    private final BigDecimal dollar;

    NaiveReport(SampleObject sample, Map<RecordId, Row> all, ZoneId zone, BigDecimal dollar) {
        this.sample = sample;
        this.all = all;
        this.zone = zone;
        this.dollar = dollar;
    }

    /** The rows by their groups. */
    Map<String, List<String>> rows(Report report, List<Row> records) {
        Map<String, List<Row>> grouped = new LinkedHashMap<>();
        records.forEach(row -> grouped.computeIfAbsent(key(report, row), k -> new ArrayList<>())
                .add(row));
        if (report.groups().isEmpty()) {
            grouped.putIfAbsent("", List.of());
        }
        Map<String, List<String>> rows = new TreeMap<>();
        grouped.forEach((key, of) -> rows.put(key, total(report, of)));
        return rows;
    }

    /** The measures of those records. */
    List<String> total(Report report, List<Row> records) {
        return report.measures().stream().map(m -> measured(m, records)).toList();
    }

    private String key(Report report, Row row) {
        return String.join("|", report.groups().stream().map(g -> cell(g, row)).toList());
    }

    private String cell(Group group, Row row) {
        Object value = value(group.path(), row);
        Bucket bucket = group.bucket();
        if (value == null) {
            return "null";
        }
        if (bucket != null) {
            LocalDate day =
                    value instanceof Instant moment ? moment.atZone(zone).toLocalDate() : (LocalDate) value;
            return "\"" + first(day, bucket) + "\"";
        }
        if (value instanceof RecordId id) {
            String label = Objects.requireNonNull(all.get(id)).label();
            return "{\"id\":\"" + id + "\",\"label\":\"" + label + "\"}";
        }
        return json(value);
    }

    private static LocalDate first(LocalDate day, Bucket bucket) {
        return switch (bucket) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private @Nullable Object value(String path, Row row) {
        if (path.startsWith("parent.")) {
            RecordId parent = row.value(sample.parent);
            return parent == null
                    ? null
                    : value(path.substring("parent.".length()), Objects.requireNonNull(all.get(parent)));
        }
        Field<?> field = row.type().requireField(path);
        return row.value(field);
    }

    private String measured(Measure measure, List<Row> records) {
        String path = measure.path();
        if (path == null) {
            return String.valueOf(records.size());
        }
        List<Object> values = records.stream()
                .map(row -> value(path, row))
                .filter(Objects::nonNull)
                .toList();
        return switch (measure.fn()) {
            case COUNT -> String.valueOf(values.size());
            case COUNT_DISTINCT ->
                String.valueOf(
                        new HashSet<>(values.stream().map(this::comparable).toList()).size());
            case SUM -> values.isEmpty() ? "null" : number(values.getFirst(), sum(values));
            case AVG -> values.isEmpty() ? "null" : average(values);
            case MIN -> least(values, comparable -> comparable);
            case MAX -> least(values.reversed(), NaiveReport::negated);
        };
    }

    private String average(List<Object> values) {
        BigDecimal mean = sum(values).divide(new BigDecimal(values.size()), 20, RoundingMode.HALF_UP);
        if (values.getFirst() instanceof Money) {
            return money(mean);
        }
        return "\"" + plain(mean.setScale(4, RoundingMode.HALF_UP)) + "\"";
    }

    private BigDecimal sum(List<Object> values) {
        return values.stream().map(this::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal decimal(Object value) {
        return switch (value) {
            case Long n -> BigDecimal.valueOf(n);
            case BigDecimal n -> n;
            case Money(var amount, var currency) when currency.getCurrencyCode().equals("CNY") -> amount;
            case Money(var amount, var currency) -> amount.multiply(dollar).setScale(2, RoundingMode.HALF_UP);
            case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
            case Instant moment -> BigDecimal.valueOf(moment.toEpochMilli());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private Object comparable(Object value) {
        return value instanceof Money || value instanceof BigDecimal
                ? decimal(value).stripTrailingZeros()
                : value;
    }

    private static BigDecimal negated(BigDecimal of) {
        return of.negate();
    }

    private String least(List<Object> values, Function<BigDecimal, BigDecimal> order) {
        return values.stream()
                .min((a, b) -> order.apply(decimal(a)).compareTo(order.apply(decimal(b))))
                .map(v -> v instanceof Money ? money(decimal(v)) : json(v))
                .orElse("null");
    }

    private String number(Object like, BigDecimal number) {
        return switch (like) {
            case Long n -> number.toPlainString();
            case Money money -> money(number);
            default -> "\"" + plain(number) + "\"";
        };
    }

    private static String money(BigDecimal amount) {
        return "{\"amount\":\"" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + "\",\"currency\":\"CNY\"}";
    }

    private static String plain(BigDecimal number) {
        BigDecimal brief = number.stripTrailingZeros();
        return (brief.scale() < 0 ? brief.setScale(0) : brief).toPlainString();
    }

    private static String json(Object value) {
        return switch (value) {
            case Long n -> n.toString();
            case Boolean b -> b.toString();
            case BigDecimal n -> "\"" + n.toPlainString() + "\"";
            case Enum<?> constant -> "\"" + constant.name().toLowerCase(java.util.Locale.ROOT) + "\"";
            default -> "\"" + value + "\"";
        };
    }
}
