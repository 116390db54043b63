package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Any of several values, in the order in which they are listed; an open one also takes values that nobody listed. */
@Component
public final class MultiChoiceType extends SetType implements ListsChoices {
    private static final int MOST = 200;

    private final Choices choices;
    private final boolean open;

    public MultiChoiceType() {
        this(new Choices(List.of()), false);
    }

    private MultiChoiceType(Choices choices, boolean open) {
        super(MOST);
        this.choices = choices;
        this.open = open;
    }

    /** A list of codes whose labels are filled in when the object is declared. */
    public static MultiChoiceType listing(boolean open, List<String> codes) {
        return new MultiChoiceType(Choices.listing(codes), open);
    }

    @Override
    public String code() {
        return "multi_choice";
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
    Coerced<String> element(Object raw) {
        return ChoiceType.one(raw, choices, open);
    }

    @Override
    List<String> tidied(List<String> values) {
        Set<String> given = new LinkedHashSet<>(values);
        Stream<String> listed = choices.all().stream().map(Choice::code).filter(given::contains);
        Stream<String> others = given.stream().filter(code -> choices.code(code).isEmpty());
        return Stream.concat(listed, others).toList();
    }

    /** Codes or labels; a label may itself hold a separator when it is the only one in the cell. */
    @Override
    public Coerced<List<String>> read(String cell, @Nullable String format, ValueContext context) {
        List<Object> entries = choices.word(Texts.stripped(cell)).isPresent() ? List.of(cell) : Texts.entries(cell);
        return coerce(entries.stream().map(this::named).toList(), context);
    }

    private Object named(Object entry) {
        return choices.word(entry).<Object>map(Choice::code).orElse(entry);
    }

    @Override
    public String text(List<String> value, ValueContext reader) {
        return value.stream().map(code -> choices.label(code, reader.locale())).collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.set(Schemas.codes(choices.codeList(), open, ChoiceType.LONGEST), MOST);
    }

    @Override
    public Map<String, Object> settings() {
        return ChoiceType.settings(choices, open);
    }

    @Override
    public FieldType<List<String>> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        MultiChoiceType made = new MultiChoiceType(settings.choices(), settings.flag("open", false));
        settings.end();
        return made;
    }

    @Override
    public MultiChoiceType listing(Choices other) {
        return new MultiChoiceType(other, open);
    }
}
