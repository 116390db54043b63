package io.hemai.automation.run;

import io.hemai.kernel.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A flow that comes with Hemai: a file {@code flows/<key>.json}, which says every text in both languages, {@code
 * {"zh-CN":"…","en":"…"}}.
 *
 * @param description what it is good for, and what may be changed about it
 * @param definition as administrators draw it
 */
record ReadyFlow(String object, Object name, Object description, Object definition) {
    /** The same in one language. */
    ReadyFlow in(Locale language) {
        return new ReadyFlow(object, in(name, language), in(description, language), in(definition, language));
    }

    private static Object in(Object said, Locale language) {
        return switch (said) {
            case Map<?, ?> several -> {
                Map<String, Object> members = new LinkedHashMap<>();
                several.forEach((key, value) -> members.put(String.valueOf(key), in(value, language)));
                yield members.keySet().equals(Label.LANGUAGES) ? text(members, language) : members;
            }
            case List<?> several ->
                several.stream().map(each -> in(each, language)).toList();
            default -> said;
        };
    }

    private static String text(Map<String, Object> languages, Locale language) {
        Map<String, String> texts = new TreeMap<>();
        languages.forEach((tag, text) -> texts.put(tag, String.valueOf(text)));
        return new Label(texts).in(language);
    }
}
