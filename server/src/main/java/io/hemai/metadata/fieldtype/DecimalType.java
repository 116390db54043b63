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

/** A decimal number with a fixed number of places, a string in JSON. */
@Component
public final class DecimalType extends SingleColumnType<BigDecimal> {
    private static final int DIGITS = 24;
    private static final int USUAL_SCALE = 2;
    private static final int MOST_SCALE = 10;

    private final int scale;
    private final Bounds bounds;

    public DecimalType() {
        this(USUAL_SCALE);
    }

    public DecimalType(int scale) {
        this(scale, Bounds.NONE);
    }

    private DecimalType(int scale, Bounds bounds) {
        super(ColumnKind.NUMERIC);
        this.scale = scale;
        this.bounds = bounds;
    }

    @Override
    public String code() {
        return "decimal";
    }

    @Override
    public Comparison comparison() {
        return Comparison.NUMBER;
    }

    @Override
    public Coerced<BigDecimal> coerce(Object raw, ValueContext context) {
        return Numbers.decimal(raw, DIGITS, scale);
    }

    @Override
    public Coerced<BigDecimal> read(String cell, @Nullable String format, ValueContext context) {
        return Numbers.cell(cell, DIGITS, scale);
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
        json.writeString(value.toPlainString());
    }

    @Override
    public String text(BigDecimal value, ValueContext reader) {
        return value.toPlainString();
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.decimal(scale == 0 ? "" : "\\.[0-9]{" + scale + "}", example());
    }

    @Override
    public Map<String, Object> inputSchema() {
        return bounds.schema(Schemas.number(example()));
    }

    private String example() {
        return BigDecimal.ONE.setScale(scale).toPlainString();
    }

    @Override
    public Map<String, Object> settings() {
        return bounds.among(Map.of("scale", scale));
    }

    @Override
    public FieldType<BigDecimal> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        int places = settings.integer("scale", USUAL_SCALE, 0, MOST_SCALE);
        DecimalType made = new DecimalType(places, Bounds.parse(settings, DIGITS, places));
        settings.end();
        return made;
    }
}
