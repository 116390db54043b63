package io.hemai.formula;

/**
 * A word, number, text or sign of a formula.
 *
 * @param text as it counts: signs in their plain form, texts without quotes
 */
record Token(Kind kind, String text, Span at) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
