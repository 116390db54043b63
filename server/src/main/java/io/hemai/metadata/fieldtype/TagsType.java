package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ValueContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Up to 50 words that anybody may add, each up to 50 characters; {@code VIP} and {@code vip} are one. */
@Component
public final class TagsType extends SetType {
    private static final int MOST = 50;
    private static final int LONGEST = 50;

    public TagsType() {
        super(MOST);
    }

    @Override
    public String code() {
        return "tags";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.set(Schemas.line(LONGEST), MOST);
    }

    @Override
    Coerced<String> element(Object raw) {
        return Texts.line(raw, LONGEST);
    }

    /** The spelling that came first stays. */
    @Override
    List<String> tidied(List<String> values) {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach(tag -> kept.putIfAbsent(meaning(tag), tag));
        return List.copyOf(kept.values());
    }

    @Override
    String meaning(String text) {
        return Normalised.of(text);
    }

    @Override
    public Coerced<List<String>> read(String cell, @Nullable String format, ValueContext context) {
        return coerce(Texts.entries(cell), context);
    }
}
