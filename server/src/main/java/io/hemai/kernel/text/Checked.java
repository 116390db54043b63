package io.hemai.kernel.text;

import java.util.List;
import java.util.Optional;

/** The outcome of checking typed text: the value in its one stored form, or the reason why it is none. */
public sealed interface Checked<T> {

    /** The text was good; this is its stored form. */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * The text was refused.
     *
     * @param arguments what the message of this error speaks of, in the order of its placeholders
     */
    record Invalid<T>(TextError error, List<String> arguments) implements Checked<T> {
        public Invalid {
            arguments = List.copyOf(arguments);
        }

        public Invalid(TextError error, String... arguments) {
            this(error, List.of(arguments));
        }
    }

    /** The value of good text, nothing for refused text. */
    default Optional<T> accepted() {
        return switch (this) {
            case Valid<T>(T value) -> Optional.of(value);
            case Invalid<T> _ -> Optional.empty();
        };
    }
}
