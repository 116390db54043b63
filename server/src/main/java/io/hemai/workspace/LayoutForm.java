package io.hemai.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The form in which the definition of a page or form is kept: checked when it was written, read leniently. */
final class LayoutForm {
    static final String SECTIONS = "sections";
    static final String KEY = "key";
    static final String RELATED = "related";
    static final String UNLISTED = "unlisted";
    static final Set<String> MEMBERS = Set.of(SECTIONS, KEY, RELATED, UNLISTED);

    static final String LABEL = "label";
    static final String FIELDS = "fields";
    static final String FOLDED = "folded";
    static final Set<String> SECTION_MEMBERS = Set.of(LABEL, FIELDS, FOLDED);

    private LayoutForm() {}

    /**
     * What of the definition is there for a reader; a section of which no field is left says nothing.
     *
     * @param fields whether there is a field of the name and the reader knows of it
     * @param objects the same of objects
     */
    static Map<String, Object> read(@Nullable Object definition, Predicate<String> fields, Predicate<String> objects) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (definition instanceof Map<?, ?> kept) {
            List<Object> sections = new ArrayList<>();
            for (Object each : kept.get(SECTIONS) instanceof List<?> all ? all : List.of()) {
                if (each instanceof Map<?, ?> section
                        && !names(section.get(FIELDS), fields).isEmpty()) {
                    sections.add(section(section, fields));
                }
            }
            plain.put(SECTIONS, sections);
            put(plain, KEY, kept.get(KEY), fields);
            put(plain, RELATED, kept.get(RELATED), objects);
            put(plain, UNLISTED, kept.get(UNLISTED), objects);
        }
        return plain;
    }

    private static Map<String, Object> section(Map<?, ?> kept, Predicate<String> fields) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(LABEL, kept.get(LABEL) instanceof Map<?, ?> label ? label : Map.of());
        plain.put(FIELDS, names(kept.get(FIELDS), fields));
        plain.put(FOLDED, Boolean.TRUE.equals(kept.get(FOLDED)));
        return plain;
    }

    /** Nothing where the company says nothing of it, which differs from saying that there is none. */
    private static void put(Map<String, Object> plain, String member, @Nullable Object kept, Predicate<String> known) {
        if (kept instanceof List<?>) {
            plain.put(member, names(kept, known));
        }
    }

    private static List<String> names(@Nullable Object kept, Predicate<String> known) {
        return kept instanceof List<?> several
                ? several.stream().map(String::valueOf).filter(known).distinct().toList()
                : List.of();
    }
}
