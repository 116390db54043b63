package io.hemai.metadata.custom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of the field on which its choices depend: of a field of the company's own among its settings, of a
 * delivered one beside them.
 */
final class Depending {
    private Depending() {}

    private static Map<String, Object> said(Definition definition) {
        return definition.says(Definition.SETTINGS) ? definition.settings() : definition.plain();
    }

    /** The name of that field; null for none. */
    static @Nullable String on(Definition definition) {
        return said(definition).get(Definition.DEPENDS_ON) instanceof String field ? field : null;
    }

    /** Its codes for which any of the choices is offered. */
    static Set<String> codes(Definition definition) {
        return said(definition).get(Definition.CHOICES) instanceof List<?> choices
                ? choices.stream()
                        .map(choice -> choice instanceof Map<?, ?> parts ? parts.get(Definition.WHEN) : null)
                        .flatMap(when -> when instanceof Collection<?> codes ? codes.stream() : Stream.of())
                        .map(String::valueOf)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The definition without it: every choice is offered at any time. */
    static Definition ended(Definition definition) {
        Map<String, Object> less = new LinkedHashMap<>(said(definition));
        end(less);
        return definition.says(Definition.SETTINGS)
                ? definition.with(Map.of(Definition.SETTINGS, less))
                : new Definition(less);
    }

    /** Takes it out of what is said. */
    static void end(Map<String, Object> said) {
        said.remove(Definition.DEPENDS_ON);
        if (said.get(Definition.CHOICES) instanceof List<?> choices) {
            said.put(Definition.CHOICES, choices.stream().map(Depending::always).toList());
        }
    }

    private static Object always(Object choice) {
        if (!(choice instanceof Map<?, ?> parts)) {
            return choice;
        }
        Map<Object, Object> less = new LinkedHashMap<>(parts);
        less.remove(Definition.WHEN);
        return less;
    }
}
