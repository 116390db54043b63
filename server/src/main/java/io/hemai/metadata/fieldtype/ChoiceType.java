package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** One of several values; an open one also takes values that nobody listed. */
@Component
public final class ChoiceType extends SingleColumnType<String> implements ListsChoices {
    static final int LONGEST = 100;

    private final Choices choices;
    private final boolean open;

    public ChoiceType() {
        this(List.of(), false);
    }

    public ChoiceType(List<Choice> choices, boolean open) {
        this(new Choices(choices), open);
    }

    private ChoiceType(Choices choices, boolean open) {
        super(ColumnKind.TEXT);
        this.choices = choices;
        this.open = open;
    }

    /** A list of codes whose labels are filled in when the object is declared. */
    public static ChoiceType listing(boolean open, List<String> codes) {
        return new ChoiceType(Choices.listing(codes), open);
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
    public boolean open() {
        return open;
    }

    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return one(raw, choices, open);
    }

    /** A code that is listed or, where the list is open, any short text; an open list also knows its labels. */
    static Coerced<String> one(Object raw, Choices choices, boolean open) {
        return switch (Texts.line(raw, LONGEST)) {
            case Coerced.Good<String>(var text)
            when text != null && choices.code(text).isEmpty() -> unlisted(text, choices, open);
            case Coerced<String> fine -> fine;
        };
    }

    private static Coerced<String> unlisted(String text, Choices choices, boolean open) {
        if (!open) {
            return Coerced.bad(MetadataError.UNKNOWN_CHOICE, text, choices.possible());
        }
        Optional<Choice> known = choices.word(text);
        return known.isEmpty() && !Texts.plain(text)
                ? Coerced.bad(MetadataError.CONTROL_CHARACTERS)
                : Coerced.good(known.map(Choice::code).orElse(text));
    }

    @Override
    public Coerced<String> read(String cell, @Nullable String format, ValueContext context) {
        return choices.word(Texts.stripped(cell))
                .<Coerced<String>>map(c -> Coerced.good(c.code()))
                .orElseGet(() -> coerce(cell, context));
    }

    @Override
    public @Nullable String load(ColumnReader columns) {
        return columns.text(0);
    }

    @Override
    public void write(String value, JsonGenerator json) {
        json.writeString(value);
    }

    @Override
    public String text(String value, ValueContext reader) {
        return choices.label(value, reader.locale());
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.codes(choices.codeList(), open, LONGEST);
    }

    @Override
    public Map<String, Object> settings() {
        return settings(choices, open);
    }

    static Map<String, Object> settings(Choices choices, boolean open) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("open", open);
        if (!choices.all().isEmpty()) {
            settings.put(Settings.CHOICES, choices.plain());
        }
        if (choices.dependsOn() != null) {
            settings.put(Settings.DEPENDS_ON, choices.dependsOn());
        }
        return settings;
    }

    @Override
    public FieldType<String> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        ChoiceType made = new ChoiceType(settings.choices(), settings.flag("open", false));
        settings.end();
        return made;
    }

    @Override
    public ChoiceType listing(Choices other) {
        return new ChoiceType(other, open);
    }
}
