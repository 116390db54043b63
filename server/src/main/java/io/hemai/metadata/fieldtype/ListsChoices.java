package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Choice;
import io.hemai.metadata.FieldType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field type whose values are listed. */
public interface ListsChoices {
    /** The values. */
    Choices choices();

    /** The codes that a value of the type holds. */
    default List<String> codes(Object value) {
        return switch (value) {
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case Enum<?> constant -> List.of(EnumType.codeOf(constant));
            default -> List.of(value.toString());
        };
    }

    /** Those of the choices in a value that new values may no longer take. */
    default Stream<Choice> retired(Object value) {
        return codes(value).stream()
                .flatMap(code -> choices().code(code).stream())
                .filter(choice -> !choice.active());
    }

    /** Whether it also takes values that nobody listed. */
    default boolean open() {
        return false;
    }

    /** The same type listing these. */
    FieldType<?> listing(Choices other);

    /** The same type with each choice replaced, for instance by one with a label. */
    default FieldType<?> labelled(UnaryOperator<Choice> label) {
        return listing(choices().labelled(label));
    }

    /** The same type with tag colours by code. */
    default FieldType<?> colored(Map<String, String> colors) {
        return listing(choices().colored(colors));
    }

    /** The same type, whose choices are offered by what that field holds; null for all at any time. */
    default FieldType<?> dependingOn(@Nullable String field) {
        return listing(choices().dependingOn(field));
    }
}
