package io.hemai.kernel.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, each written <code>{{name}}</code>. It does nothing but put values in, which are not looked into
 * again; braces that are no place stay as they are.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{ {0,9}([a-z][a-z0-9_]{0,62}) {0,9}}}");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    private Template(String text) {
        this.text = text;
        Matcher places = PLACE.matcher(text);
        int at = 0;
        while (places.find()) {
            pieces.add(new Piece(text.substring(at, places.start()), false));
            pieces.add(new Piece(places.group(1), true));
            at = places.end();
        }
        pieces.add(new Piece(text.substring(at), false));
    }

    /** Words as they are, or the name of what stands in their place. */
    private record Piece(String words, boolean place) {}

    /** Reads a template. */
    public static Template of(String text) {
        return new Template(text);
    }

    /** The names of its places. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(Piece::place).map(Piece::words).forEach(names::add);
        return names;
    }

    /** The text with values in their places, empty where there is none, up to so many characters. */
    public String filled(Map<String, String> values, int most) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.place() ? values.getOrDefault(piece.words(), "") : piece.words());
            if (filled.length() > most) {
                return filled.substring(0, filled.offsetByCodePoints(0, filled.codePointCount(0, most) - 1)) + "…";
            }
        }
        return filled.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
