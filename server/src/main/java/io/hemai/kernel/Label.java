package io.hemai.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A name in the languages of the interface.
 *
 * @param texts text by language tag ({@code zh-CN}, {@code en})
 */
public record Label(Map<String, String> texts) {
    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    /** The languages that names may be given in. */
    public static final Set<String> LANGUAGES = Set.of(CHINESE, ENGLISH);

    public Label {
        texts = Map.copyOf(texts);
    }

    /** A name in both languages. */
    public static Label of(String chinese, String english) {
        return new Label(Map.of(CHINESE, chinese, ENGLISH, english));
    }

    /** The same text in both languages. */
    public static Label same(String text) {
        return of(text, text);
    }

    /** The text for a reader: the own language, else the other one. */
    public String in(Locale reader) {
        String wanted = reader.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        String own = texts.get(wanted);
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /** The texts in a steady order. */
    public Map<String, String> sorted() {
        return new TreeMap<>(texts);
    }
}
