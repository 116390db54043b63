package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the company wrote about an object or field, as it is kept: checked when it was written, read leniently. */
record Definition(Map<String, Object> plain) {
    static final String TYPE = "type";
    static final String SETTINGS = "settings";
    static final String LABEL = "label";
    static final String PLURAL = "plural";
    static final String HELP = "help";
    static final String ICON = "icon";
    static final String COLOR = "color";
    static final String MENU = "menu";
    static final String OWNED = "owned";
    static final String REQUIRED = "required";
    static final String UNIQUE = "unique";
    static final String SEARCHABLE = "searchable";
    static final String INDEXED = "indexed";
    static final String PHASE = "phase";
    static final String HIDDEN = "hidden";
    static final String DEFAULT = "default";
    static final String CHOICES = "choices";
    static final String DEPENDS_ON = "depends_on";
    static final String WHEN = "when";
    static final String ORDER = "order";
    static final String FORMULA = "formula";
    /** The type of the field that holds what the formula gives. */
    static final String ANSWER = "answer";
    /** What the formula reads, as {@code object.field}. */
    static final String READS = "reads";
    /** Whether an administrator agreed that the formula tells of fields that not everybody sees. */
    static final String CONSENT = "consent";

    boolean says(String name) {
        return plain.containsKey(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(plain.get(name));
    }

    @Nullable
    String text(String name) {
        return plain.get(name) instanceof String text ? text : null;
    }

    @Nullable
    Object value(String name) {
        return plain.get(name);
    }

    Optional<Label> label(String name) {
        return plain.get(name) instanceof Map<?, ?> texts ? Optional.of(label(texts)) : Optional.empty();
    }

    private static Label label(Map<?, ?> texts) {
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((language, text) -> kept.put(String.valueOf(language), String.valueOf(text)));
        return new Label(kept);
    }

    Map<String, Object> settings() {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (plain.get(SETTINGS) instanceof Map<?, ?> settings) {
            settings.forEach((name, value) -> kept.put(String.valueOf(name), value));
        }
        return kept;
    }

    List<?> choices() {
        return plain.get(CHOICES) instanceof List<?> choices ? choices : List.of();
    }

    /** The names of fields in the order in which the company wants them. */
    List<String> order() {
        return plain.get(ORDER) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What the formula reads, as {@code object.field}. */
    List<String> reads() {
        return plain.get(READS) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** This with the members that others give it; null takes a member away. */
    Definition with(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(plain);
        changes.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return new Definition(merged);
    }
}
