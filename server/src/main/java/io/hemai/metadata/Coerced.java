package io.hemai.metadata;

import io.hemai.kernel.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a value that came from outside. */
public sealed interface Coerced<T> {
    /** It is good; null says that it is empty. */
    record Good<T>(@Nullable T value) implements Coerced<T> {}

    /** It is not; why. */
    record Bad<T>(ErrorCode code, List<Object> args) implements Coerced<T> {
        public Bad {
            args = List.copyOf(args);
        }
    }

    /** A good value. */
    static <T> Coerced<T> good(@Nullable T value) {
        return new Good<>(value);
    }

    /** A refused one; args fill the text of the code. */
    static <T> Coerced<T> bad(ErrorCode code, Object... args) {
        return new Bad<>(code, List.of(args));
    }
}
