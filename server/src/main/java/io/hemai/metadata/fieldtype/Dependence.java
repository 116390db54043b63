package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Label;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That what a field offers depends on what another field of the same record holds.
 *
 * @param on the field that decides, a single choice
 */
public record Dependence(Field<?> field, ListsChoices listed, Field<?> on, ListsChoices deciding) {
    /** The dependence of a field; none while the field that decides is away. */
    public static Optional<Dependence> of(ObjectType type, Field<?> field) {
        if (!(field.type() instanceof ListsChoices listed)) {
            return Optional.empty();
        }
        return Optional.ofNullable(listed.choices().dependsOn())
                .flatMap(type::field)
                .flatMap(on -> deciding(on).map(deciding -> new Dependence(field, listed, on, deciding)));
    }

    /** The dependences of all fields of an object. */
    public static List<Dependence> all(ObjectType type) {
        return type.fields().stream().flatMap(field -> of(type, field).stream()).toList();
    }

    /** The choices of which a field that others may depend on holds one. */
    public static Optional<ListsChoices> deciding(Field<?> field) {
        return field.type() instanceof ListsChoices listed && !(listed instanceof MultiChoiceType)
                ? Optional.of(listed)
                : Optional.empty();
    }

    /** Those of the choices in a value that are not offered while the other field holds that; null for nothing. */
    public Stream<Choice> unfit(Object value, @Nullable Object held) {
        return listed.codes(value).stream()
                .flatMap(code -> listed.choices().code(code).stream())
                .filter(choice -> !offers(choice, held));
    }

    private boolean offers(Choice choice, @Nullable Object held) {
        return choice.when().isEmpty()
                || (held != null && deciding.codes(held).stream().anyMatch(choice.when()::contains));
    }

    /** What is offered while the other field holds that, for telling. */
    public Label possible(@Nullable Object held) {
        return listed.choices().possible(choice -> offers(choice, held));
    }

    /** What the other field holds, as people call it. */
    public Label held(Object held) {
        String code = deciding.codes(held).getFirst();
        return deciding.choices().code(code).map(Choice::label).orElseGet(() -> Label.same(code));
    }
}
