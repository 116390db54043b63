package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Money;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** An amount with its currency; also kept in base currency at the rate of the day it was written. */
@Component
public final class MoneyType implements FieldType<Money> {
    /** Suffix of the column that holds the amount in base currency. */
    public static final String BASE = "_base";

    /** Suffix of the column that holds the currency's ISO code. */
    public static final String CURRENCY = "_currency";

    private static final int DIGITS = 22;
    /** Digits after the point of the currencies that have most. */
    private static final int SCALE = 4;

    private static final String EXAMPLE = "1200.00";
    private static final Map<String, Object> CODE =
            Schemas.text("pattern", "^[A-Za-z]{3}$", "examples", List.of("CNY"));

    private static final Set<String> PARTS = Set.of("amount", "currency");
    private static final List<Column> COLUMNS = List.of(
            new Column("", ColumnKind.NUMERIC),
            new Column(CURRENCY, ColumnKind.TEXT),
            new Column(BASE, ColumnKind.NUMERIC));

    private final Bounds bounds;

    public MoneyType() {
        this(Bounds.NONE);
    }

    private MoneyType(Bounds bounds) {
        this.bounds = bounds;
    }

    /** The same with a least amount, in whichever currency. */
    public MoneyType from(long min) {
        return new MoneyType(Bounds.from(min));
    }

    @Override
    public String code() {
        return "money";
    }

    @Override
    public Comparison comparison() {
        return Comparison.MONEY;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Coerced<Money> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case Money money -> amount(Numbers.decimal(money.amount(), DIGITS, SCALE), money.currency());
            case Map<?, ?> parts -> parts(parts, context);
            default ->
                amount(Numbers.decimal(raw, DIGITS, SCALE), context.rates().base());
        };
    }

    private static Coerced<Money> parts(Map<?, ?> parts, ValueContext context) {
        Object amount = parts.get("amount");
        Object code = parts.get("currency");
        boolean known = PARTS.containsAll(parts.keySet()) && parts.containsKey("amount");
        if (!known || !(code == null || code instanceof String)) {
            return Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.money"));
        }
        if (amount == null) {
            return Coerced.good(null);
        }
        Coerced<BigDecimal> number = Numbers.decimal(amount, DIGITS, SCALE);
        return code == null
                ? amount(number, context.rates().base())
                : MoneyCells.currency(code.toString())
                        .map(currency -> amount(number, currency))
                        .orElseGet(() -> Coerced.bad(MetadataError.UNKNOWN_CURRENCY, code));
    }

    /** The format may name the column's currency; {@code USD 1,200}, {@code $1200} and {@code 1200元} speak for themselves. */
    @Override
    public Coerced<Money> read(String cell, @Nullable String format, ValueContext context) {
        MoneyCells.Cell parsed = MoneyCells.parse(cell, format, context.rates().base());
        return parsed.currency()
                .map(currency -> amount(Numbers.cell(parsed.amount(), DIGITS, SCALE), currency))
                .orElseGet(() -> Coerced.bad(MetadataError.UNKNOWN_CURRENCY, parsed.named()));
    }

    private static Coerced<Money> amount(Coerced<BigDecimal> number, Currency currency) {
        return switch (number) {
            case Coerced.Good<BigDecimal>(var value) when value == null -> Coerced.good(null);
            case Coerced.Good<BigDecimal>(var value)
            when value.stripTrailingZeros().scale() > Money.digits(currency) ->
                Coerced.bad(MetadataError.TOO_PRECISE, Money.digits(currency));
            case Coerced.Good<BigDecimal>(var value) -> Coerced.good(new Money(value, currency));
            case Coerced.Bad<BigDecimal>(var code, var args) -> new Coerced.Bad<>(code, args);
        };
    }

    @Override
    public Coerced<Money> bounded(Money value) {
        return bounds.check(value, value.amount());
    }

    @Override
    public Object[] store(Money value, ValueContext context) {
        return new Object[] {
            value.amount(), value.currency().getCurrencyCode(), context.rates().toBase(value)
        };
    }

    @Override
    public @Nullable Money load(ColumnReader columns) {
        BigDecimal amount = columns.decimal(0);
        String currency = columns.text(1);
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.object(
                Schemas.of("amount", Schemas.decimal("(\\.[0-9]{1," + SCALE + "})?", EXAMPLE), "currency", CODE),
                List.of("amount", "currency"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.any(
                Schemas.object(
                        Schemas.of(
                                "amount",
                                bounds.schema(Schemas.nullable(Schemas.number(EXAMPLE))),
                                "currency",
                                Schemas.nullable(CODE)),
                        List.of("amount")),
                bounds.schema(Schemas.number(EXAMPLE)));
    }

    @Override
    public Map<String, Object> settings() {
        return bounds.among(Map.of());
    }

    @Override
    public FieldType<Money> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        MoneyType made = new MoneyType(Bounds.parse(settings, DIGITS, SCALE));
        settings.end();
        return made;
    }

    @Override
    public void write(Money value, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("amount", value.amount().toPlainString());
        json.writeStringProperty("currency", value.currency().getCurrencyCode());
        json.writeEndObject();
    }

    @Override
    public String text(Money value, ValueContext reader) {
        return value.toString();
    }
}
