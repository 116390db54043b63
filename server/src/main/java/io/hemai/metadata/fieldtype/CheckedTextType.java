package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Checked;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ValueContext;

/** Text of a form that can be checked, kept in the one form in which it compares. */
abstract class CheckedTextType extends StringType {
    /** Beyond it no check begins; each form has its own limit below. */
    private static final int LONGEST_TYPED = 4_000;

    @Override
    public final Coerced<String> coerce(Object raw, ValueContext context) {
        return switch (Texts.line(raw, LONGEST_TYPED)) {
            case Coerced.Good<String>(var text) when text != null -> Texts.checked(check(text, context));
            case Coerced<String> other -> other;
        };
    }

    /** The text in its stored form, or what is wrong with it. */
    abstract Checked<String> check(String typed, ValueContext context);
}
