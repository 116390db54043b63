package io.hemai.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula as it is written, before names and types are looked at. */
sealed interface Syntax {
    Span at();

    /** A value that stands in the text; null for BLANK. */
    record Constant(@Nullable Object value, Type type, Span at) implements Syntax {}

    /** Names joined by dots. */
    record Names(List<Token> words) implements Syntax {
        public Names {
            words = List.copyOf(words);
        }

        @Override
        public Span at() {
            return words.getFirst().at().to(words.getLast().at());
        }
    }

    record Call(Token name, List<Syntax> arguments, Span at) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Negative(Syntax operand, Span at) implements Syntax {}

    record Binary(Operator operator, Syntax left, Syntax right, Span at) implements Syntax {}

    /** What could not be read, as a fault tells. */
    record Broken(Span at) implements Syntax {}
}
