package io.hemai.formula;

/**
 * A stretch of a formula's text, counted in UTF-16 units as browsers do.
 *
 * @param start its first character
 * @param end the character behind its last one
 */
public record Span(int start, int end) {
    Span to(Span last) {
        return new Span(start, last.end);
    }
}
