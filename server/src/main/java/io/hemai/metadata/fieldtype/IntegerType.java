package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** A whole number of up to 18 digits. */
@Component
public final class IntegerType extends SingleColumnType<Long> {
    private static final int DIGITS = 18;
    private static final long MOST = 999_999_999_999_999_999L;

    private final Bounds bounds;

    public IntegerType() {
        this(Bounds.NONE);
    }

    private IntegerType(Bounds bounds) {
        super(ColumnKind.BIGINT);
        this.bounds = bounds;
    }

    /** The same with a least value. */
    public IntegerType from(long min) {
        return new IntegerType(Bounds.from(min));
    }

    /** The same with bounds, both included. */
    public IntegerType between(long min, long max) {
        return new IntegerType(Bounds.of(min, max));
    }

    @Override
    public String code() {
        return "integer";
    }

    @Override
    public Comparison comparison() {
        return Comparison.NUMBER;
    }

    @Override
    public Coerced<Long> coerce(Object raw, ValueContext context) {
        if (raw instanceof String s) {
            return s.isBlank() ? Coerced.good(null) : Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.integer"));
        }
        return whole(Numbers.decimal(raw, DIGITS, 0));
    }

    @Override
    public Coerced<Long> read(String cell, @Nullable String format, ValueContext context) {
        return whole(Numbers.cell(cell, DIGITS, 0));
    }

    private static Coerced<Long> whole(Coerced<BigDecimal> number) {
        return switch (number) {
            case Coerced.Good<BigDecimal>(var value) -> Coerced.good(value == null ? null : value.longValueExact());
            case Coerced.Bad<BigDecimal>(var code, var args) -> new Coerced.Bad<>(code, args);
        };
    }

    @Override
    public Coerced<Long> bounded(Long value) {
        return bounds.check(value, BigDecimal.valueOf(value));
    }

    @Override
    public @Nullable Long load(ColumnReader columns) {
        return columns.integer(0);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("type", "integer", "format", "int64", "minimum", -MOST, "maximum", MOST);
    }

    @Override
    public Map<String, Object> inputSchema() {
        return bounds.schema(schema());
    }

    @Override
    public Map<String, Object> settings() {
        return bounds.whole();
    }

    @Override
    public FieldType<Long> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        IntegerType made = new IntegerType(Bounds.parse(settings, DIGITS, 0));
        settings.end();
        return made;
    }

    @Override
    public void write(Long value, JsonGenerator json) {
        json.writeNumber(value.longValue());
    }
}
