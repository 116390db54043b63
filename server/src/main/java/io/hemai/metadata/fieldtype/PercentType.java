package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** A share in hundredths: 15 % is {@code "15"} in JSON and 15 in the column. */
@Component
public final class PercentType extends SingleColumnType<BigDecimal> {
    /** Format of a column of a file whose numbers are parts of one: 0.15 is 15 %. */
    public static final String FRACTION = "fraction";

    private static final int DIGITS = 18;
    private static final int USUAL_SCALE = 2;
    private static final int MOST_SCALE = 6;
    /** Places of a fraction beyond those of the percentage. */
    private static final int SHIFT = 2;

    private static final String EXAMPLE = "15";

    private final int scale;
    private final Bounds bounds;

    public PercentType() {
        this(USUAL_SCALE);
    }

    public PercentType(int scale) {
        this(scale, Bounds.NONE);
    }

    private PercentType(int scale, Bounds bounds) {
        super(ColumnKind.NUMERIC);
        this.scale = scale;
        this.bounds = bounds;
    }

    /** The same with bounds, both included. */
    public PercentType between(long min, long max) {
        return new PercentType(scale, Bounds.of(min, max));
    }

    @Override
    public String code() {
        return "percent";
    }

    @Override
    public Comparison comparison() {
        return Comparison.NUMBER;
    }

    @Override
    public Coerced<BigDecimal> coerce(Object raw, ValueContext context) {
        return Numbers.decimal(raw, DIGITS, scale);
    }

    /** {@code 15} and {@code 15%} are 15 %; with the format {@link #FRACTION} so is {@code 0.15}, but not without it. */
    @Override
    public Coerced<BigDecimal> read(String cell, @Nullable String format, ValueContext context) {
        if (!FRACTION.equals(format) || cell.contains("%") || cell.contains("％")) {
            return Numbers.cell(cell, DIGITS, scale);
        }
        return switch (Numbers.cell(cell, DIGITS, scale + SHIFT)) {
            case Coerced.Good<BigDecimal>(var part)
            when part != null -> Numbers.decimal(part.movePointRight(SHIFT), DIGITS, scale);
            case Coerced<BigDecimal> other -> other;
        };
    }

    @Override
    public Coerced<BigDecimal> bounded(BigDecimal value) {
        return bounds.check(value, value);
    }

    @Override
    public @Nullable BigDecimal load(ColumnReader columns) {
        return columns.decimal(0);
    }

    @Override
    public void write(BigDecimal value, JsonGenerator json) {
        json.writeString(plain(value));
    }

    @Override
    public String text(BigDecimal value, ValueContext reader) {
        return plain(value) + "%";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.decimal(scale == 0 ? "" : "(\\.[0-9]{1," + scale + "})?", EXAMPLE);
    }

    @Override
    public Map<String, Object> inputSchema() {
        return bounds.schema(Schemas.number(EXAMPLE));
    }

    @Override
    public Map<String, Object> settings() {
        return bounds.among(Map.of("scale", scale));
    }

    @Override
    public FieldType<BigDecimal> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        int places = settings.integer("scale", USUAL_SCALE, 0, MOST_SCALE);
        PercentType made = new PercentType(places, Bounds.parse(settings, DIGITS, places));
        settings.end();
        return made;
    }
}
