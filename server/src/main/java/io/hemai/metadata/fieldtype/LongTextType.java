package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Text of several lines. */
@Component
public final class LongTextType extends StringType {
    private static final int MOST = 10_000;

    private final int maxLength;

    public LongTextType() {
        this(MOST);
    }

    public LongTextType(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    public String code() {
        return "long_text";
    }

    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return Texts.block(raw, maxLength);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.line(maxLength);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("max_length", maxLength);
    }

    @Override
    public FieldType<String> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        LongTextType made = new LongTextType(settings.integer("max_length", MOST, 1, MOST));
        settings.end();
        return made;
    }
}
