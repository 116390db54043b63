package io.hemai.records.store;

import io.hemai.kernel.Money;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.MoneyType;
import io.hemai.records.RecordsError;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Measure;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Reached;
import io.hemai.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One number of a report. Groups carry what the total can be put together from (an average its sum and its count), so that
 * totals are exact without reading the records again; only different values must be counted anew.
 */
final class ReportMeasure {
    private static final int AVERAGE_DIGITS = 4;
    private static final Set<Comparison> NUMBERS = EnumSet.of(Comparison.NUMBER, Comparison.MONEY);
    private static final Set<Comparison> ORDERED =
            EnumSet.of(Comparison.NUMBER, Comparison.MONEY, Comparison.DATE, Comparison.INSTANT);

    private final Measure measure;
    private final @Nullable Reached reached;
    private final org.jooq.@Nullable Field<?> column;
    /** The code of the currency of each value, where the number is an amount. */
    private final org.jooq.@Nullable Field<String> currency;

    private final String key;

    ReportMeasure(Measure measure, int number, Binder binder, ObjectType type, ReportFrom from) {
        this.measure = measure;
        this.key = "m" + number;
        String path = measure.path();
        if (path == null) {
            reached = null;
            column = null;
            currency = null;
            return;
        }
        reached = binder.reach(type, path);
        check(reached);
        Name at = from.reach(reached.hops());
        column = Tables.column(at, reached.field(), compared(reached.field()));
        boolean counts = measure.fn() == Function.COUNT || distinct();
        currency = counts
                ? null
                : part(reached.field(), MoneyType.CURRENCY)
                        .map(part -> Tables.column(at, reached.field(), part).coerce(SQLDataType.VARCHAR))
                        .orElse(null);
    }

    private void check(Reached asked) {
        if (!asked.seen()) {
            throw Refusal.ofField(asked.path(), RecordsError.MASKED_FIELD, asked.path());
        }
        Comparison comparison = asked.field().type().comparison();
        boolean fits = switch (measure.fn()) {
            case COUNT -> true;
            case SUM, AVG -> NUMBERS.contains(comparison);
            case MIN, MAX -> ORDERED.contains(comparison);
            case COUNT_DISTINCT -> comparison != Comparison.PRESENCE && comparison != Comparison.SET;
        };
        if (!fits) {
            throw Refusal.ofField(
                    asked.path(),
                    RecordsError.FUNCTION_UNFIT,
                    measure.fn().code(),
                    asked.field().label());
        }
    }

    /** Amounts count in base currency. */
    private static Column compared(Field<?> field) {
        return part(field, MoneyType.BASE).orElse(field.type().columns().getFirst());
    }

    private static Optional<Column> part(Field<?> field, String suffix) {
        return field.type().columns().stream()
                .filter(c -> c.suffix().equals(suffix))
                .findFirst();
    }

    String name() {
        return measure.name();
    }

    Measure measure() {
        return measure;
    }

    @Nullable
    Field<?> field() {
        return reached == null ? null : reached.field();
    }

    boolean distinct() {
        return measure.fn() == Function.COUNT_DISTINCT;
    }

    /** What the grouping select has. */
    List<org.jooq.Field<?>> aggregates() {
        if (currency == null) {
            return numbers();
        }
        List<org.jooq.Field<?>> all = new ArrayList<>(numbers());
        all.add(DSL.boolOr(currency.ne(CurrentTenant.get().base().getCurrencyCode()))
                .as(key + "_c"));
        return all;
    }

    private List<org.jooq.Field<?>> numbers() {
        org.jooq.Field<?> of = column;
        if (of == null) {
            return List.of(DSL.count().as(key));
        }
        return switch (measure.fn()) {
            case COUNT -> List.of(DSL.count(of).as(key));
            case SUM -> List.of(sum(of).as(key));
            case AVG -> List.of(sum(of).as(key), DSL.count(of).as(key + "_n"));
            case MIN -> List.of(DSL.min(of).as(key));
            case MAX -> List.of(DSL.max(of).as(key));
            case COUNT_DISTINCT -> List.of(DSL.countDistinct(of).as(key));
        };
    }

    private static org.jooq.Field<BigDecimal> sum(org.jooq.Field<?> of) {
        return DSL.sum(of.coerce(SQLDataType.NUMERIC));
    }

    /** The number of a group. */
    org.jooq.Field<?> value() {
        return measure.fn() == Function.AVG ? average(outer(key), outer(key + "_n")) : raw(key);
    }

    /** The number over all groups. */
    org.jooq.Field<?> total() {
        return switch (measure.fn()) {
            case COUNT, SUM -> DSL.sum(outer(key)).over();
            case AVG ->
                average(DSL.sum(outer(key)).over(), DSL.sum(outer(key + "_n")).over());
            case MIN -> DSL.min(raw(key)).over();
            case MAX -> DSL.max(raw(key)).over();
            case COUNT_DISTINCT -> DSL.inline(0L);
        };
    }

    /** Whether any amount in it, over all groups, is in another currency than the total. */
    org.jooq.Field<Boolean> converted() {
        return currency == null
                ? DSL.inline(false)
                : DSL.boolOr(DSL.field(ReportFrom.grouped().append(key + "_c"), SQLDataType.BOOLEAN))
                        .over();
    }

    private static org.jooq.Field<BigDecimal> average(org.jooq.Field<BigDecimal> sum, org.jooq.Field<BigDecimal> n) {
        return sum.divide(DSL.nullif(n, DSL.inline(BigDecimal.ZERO)));
    }

    private static org.jooq.Field<BigDecimal> outer(String column) {
        return DSL.field(ReportFrom.grouped().append(column), SQLDataType.NUMERIC);
    }

    private org.jooq.Field<?> raw(String name) {
        boolean ordered = measure.fn() == Function.MIN || measure.fn() == Function.MAX;
        return ordered
                ? DSL.field(
                        ReportFrom.grouped().append(name),
                        Objects.requireNonNull(column).getDataType())
                : outer(name);
    }

    /** Writes the number in the column. */
    void write(ResultColumns row, int at, JsonGenerator json) {
        Reached of = reached;
        switch (measure.fn()) {
            case COUNT, COUNT_DISTINCT -> {
                Long n = row.at(at).integer(0);
                json.writeNumber(n == null ? 0 : n);
            }
            case SUM, AVG -> number(Objects.requireNonNull(of), row.at(at).decimal(0), json);
            case MIN, MAX -> {
                Field<?> field = Objects.requireNonNull(of).field();
                if (field.type().comparison() == Comparison.MONEY) {
                    number(of, row.at(at).decimal(0), json);
                } else {
                    ReportGroup.write(field, row.at(at), json);
                }
            }
        }
    }

    /** Writes what the number is when there are no records. */
    void writeNone(JsonGenerator json) {
        if (measure.fn() == Function.COUNT || distinct()) {
            json.writeNumber(0);
        } else {
            json.writeNull();
        }
    }

    private void number(Reached of, @Nullable BigDecimal number, JsonGenerator json) {
        if (number == null) {
            json.writeNull();
        } else if (of.field().type().comparison() == Comparison.MONEY) {
            Money money = new Money(number, CurrentTenant.get().base());
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount().toPlainString());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        } else if (measure.fn() == Function.SUM
                && of.field().type().columns().getFirst().kind() == ColumnKind.BIGINT) {
            json.writeNumber(number.toBigInteger());
        } else {
            json.writeString(plain(number));
        }
    }

    private String plain(BigDecimal number) {
        BigDecimal rounded =
                measure.fn() == Function.AVG ? number.setScale(AVERAGE_DIGITS, RoundingMode.HALF_UP) : number;
        BigDecimal brief = rounded.stripTrailingZeros();
        return (brief.scale() < 0 ? brief.setScale(0, RoundingMode.UNNECESSARY) : brief).toPlainString();
    }
}
