package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A choice whose values the code knows: an enum in Java, the lower-case name everywhere else. */
public final class EnumType<E extends Enum<E>> extends SingleColumnType<E> implements ListsChoices {
    private final Class<E> values;
    private final Choices choices;

    public EnumType(Class<E> values) {
        this(
                values,
                Choices.listing(Arrays.stream(values.getEnumConstants())
                        .map(EnumType::codeOf)
                        .toList()));
    }

    private EnumType(Class<E> values, Choices choices) {
        super(ColumnKind.TEXT);
        this.values = values;
        this.choices = choices;
    }

    static String codeOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String code() {
        return "choice";
    }

    @Override
    public Comparison comparison() {
        return Comparison.CODE;
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public Coerced<E> coerce(Object raw, ValueContext context) {
        if (values.isInstance(raw)) {
            return Coerced.good(values.cast(raw));
        }
        if (!(raw instanceof String text)) {
            return Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.text"));
        }
        if (text.isBlank()) {
            return Coerced.good(null);
        }
        return choices.code(Texts.stripped(text))
                .<Coerced<E>>map(c -> Coerced.good(constant(c.code())))
                .orElseGet(() -> Coerced.bad(MetadataError.UNKNOWN_CHOICE, text, choices.possible()));
    }

    @Override
    public Coerced<E> read(String cell, @Nullable String format, ValueContext context) {
        return choices.word(Texts.stripped(cell))
                .<Coerced<E>>map(c -> Coerced.good(constant(c.code())))
                .orElseGet(() -> coerce(cell, context));
    }

    @Override
    public Object[] store(E value, ValueContext context) {
        return new Object[] {codeOf(value)};
    }

    @Override
    public @Nullable E load(ColumnReader columns) {
        String code = columns.text(0);
        return code == null ? null : constant(code);
    }

    private E constant(String code) {
        return Enum.valueOf(values, code.toUpperCase(Locale.ROOT));
    }

    @Override
    public void write(E value, JsonGenerator json) {
        json.writeString(codeOf(value));
    }

    @Override
    public String text(E value, ValueContext reader) {
        return choices.label(codeOf(value), reader.locale());
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.codes(choices.codeList(), false, 0);
    }

    @Override
    public Map<String, Object> settings() {
        return ChoiceType.settings(choices, false);
    }

    /** Labels, colours and order may change, the values may not: the code counts on them. */
    @Override
    public FieldType<E> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        Choices wanted = settings.choices();
        if (settings.flag("open", false) || !wanted.sameCodes(choices)) {
            throw Refusal.ofField("choices", MetadataError.INVALID_SETTING, choices.codes());
        }
        settings.end();
        return new EnumType<>(values, wanted);
    }

    @Override
    public FieldType<E> listing(Choices other) {
        return new EnumType<>(values, other);
    }
}
