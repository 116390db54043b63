package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line of text, of a certain form if it is said. */
@Component
public final class TextType extends StringType {
    private static final int USUAL = 255;
    private static final int MOST = 4_000;

    private final int maxLength;
    private final @Nullable TextForm form;

    public TextType() {
        this(USUAL);
    }

    public TextType(int maxLength) {
        this(maxLength, null);
    }

    private TextType(int maxLength, @Nullable TextForm form) {
        this.maxLength = maxLength;
        this.form = form;
    }

    /** The same type for text of that form only. */
    public TextType checking(TextForm required) {
        return new TextType(maxLength, required);
    }

    @Override
    public String code() {
        return "text";
    }

    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return form == null ? Texts.line(raw, maxLength) : formed(form, Texts.line(raw, MOST));
    }

    /** The form itself says how long text may be, without the blanks that people type between. */
    private static Coerced<String> formed(TextForm form, Coerced<String> line) {
        return switch (line) {
            case Coerced.Good<String>(var text) when text != null -> Texts.checked(form.check(text));
            case Coerced<String> other -> other;
        };
    }

    @Override
    public Map<String, Object> schema() {
        return form == null ? Schemas.line(maxLength) : form.schema();
    }

    @Override
    public Map<String, Object> inputSchema() {
        return form == null ? schema() : Schemas.text();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("max_length", maxLength);
        if (form != null) {
            settings.put("form", form.code());
        }
        return settings;
    }

    @Override
    public FieldType<String> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        TextType made =
                new TextType(settings.integer("max_length", USUAL, 1, MOST), settings.constant("form", TextForm.class));
        settings.end();
        return made;
    }
}
