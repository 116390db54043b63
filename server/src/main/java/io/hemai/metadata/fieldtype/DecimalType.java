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

    public DecimalType() {
        this(USUAL_SCALE);
    }

    public DecimalType(int scale) {
        super(ColumnKind.NUMERIC);
        this.scale = scale;
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
        return Schemas.number(example());
    }

    private String example() {
        return BigDecimal.ONE.setScale(scale).toPlainString();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("scale", scale);
    }

    @Override
    public FieldType<BigDecimal> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        DecimalType made = new DecimalType(settings.integer("scale", USUAL_SCALE, 0, MOST_SCALE));
        settings.end();
        return made;
    }
}
