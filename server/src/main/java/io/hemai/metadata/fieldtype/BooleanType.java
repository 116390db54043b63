package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Yes or no. */
@Component
public final class BooleanType extends SingleColumnType<Boolean> {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "对", "√", "真", "on", "✓", "✔");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "错", "×", "假", "off", "✗");

    public BooleanType() {
        super(ColumnKind.BOOLEAN);
    }

    @Override
    public String code() {
        return "boolean";
    }

    @Override
    public Comparison comparison() {
        return Comparison.BOOLEAN;
    }

    @Override
    public Coerced<Boolean> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case Boolean b -> Coerced.good(b);
            case String s when s.isBlank() -> Coerced.good(null);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.boolean"));
        };
    }

    @Override
    public Coerced<Boolean> read(String cell, @Nullable String format, ValueContext context) {
        String word = Normalised.of(cell);
        if (word.isEmpty()) {
            return Coerced.good(null);
        }
        if (YES.contains(word)) {
            return Coerced.good(Boolean.TRUE);
        }
        return NO.contains(word) ? Coerced.good(Boolean.FALSE) : Coerced.bad(MetadataError.NOT_A_BOOLEAN, cell);
    }

    @Override
    public @Nullable Boolean load(ColumnReader columns) {
        return columns.bool(0);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("type", "boolean");
    }

    @Override
    public void write(Boolean value, JsonGenerator json) {
        json.writeBoolean(value);
    }

    @Override
    public String text(Boolean value, ValueContext reader) {
        boolean chinese = reader.locale().getLanguage().equals("zh");
        return value ? (chinese ? "是" : "Yes") : (chinese ? "否" : "No");
    }
}
