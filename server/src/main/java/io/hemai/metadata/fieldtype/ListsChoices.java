package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Choice;
import io.hemai.metadata.FieldType;
import java.util.function.UnaryOperator;

/** A field type whose values are listed. */
public interface ListsChoices {
    /** The values. */
    Choices choices();

    /** Whether it also takes values that nobody listed. */
    default boolean open() {
        return false;
    }

    /** The same type with each choice replaced, for instance by one with a label. */
    FieldType<?> labelled(UnaryOperator<Choice> label);
}
