package io.hemai.metadata.custom;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator sent about a field into the form that is kept. */
final class FieldRequest {
    private static final String INVERSE = "inverse";

    private FieldRequest() {}

    /** A new field: everything that is not said of all fields is a setting of its type. */
    static Map<String, Object> created(Given given, Problems problems) {
        String type = given.text(Definition.TYPE);
        common(given, true);
        given.flag(Definition.UNIQUE);
        given.flag(Definition.SEARCHABLE);
        given.flag(Definition.INDEXED);
        given.flag(Definition.PHASE);
        if (type.equals(Definition.FORMULA)) {
            given.keep(Definition.FORMULA);
            given.flag(Definition.CONSENT);
        }
        Map<String, Object> settings = settings(given, problems);
        settings.values().removeIf(java.util.Objects::isNull);
        Map<String, Object> definition = new LinkedHashMap<>(given.taken());
        definition.put(Definition.TYPE, type);
        definition.put(Definition.SETTINGS, settings);
        return new Definition(Map.of()).with(definition).plain();
    }

    /** Changes of a field that the company added; null takes back what was said. */
    static Map<String, Object> changed(Given given, Definition before, Problems problems) {
        Map<String, Object> settings = before.settings();
        given.fixed("name", Definition.TYPE, "target");
        if (before.says(Definition.FORMULA)) {
            if (given.says(Definition.FORMULA)) {
                given.keep(Definition.FORMULA);
            }
            given.flag(Definition.CONSENT);
        }
        common(given, false);
        given.flag(Definition.UNIQUE);
        given.flag(Definition.SEARCHABLE);
        given.flag(Definition.INDEXED);
        given.flag(Definition.PHASE);
        Map<String, Object> changes = new LinkedHashMap<>(settings);
        Map<String, Object> sent = settings(given, problems);
        if (endsDependence(sent)) {
            Depending.end(changes);
        }
        changes.putAll(sent);
        changes.values().removeIf(java.util.Objects::isNull);
        Map<String, Object> all = new LinkedHashMap<>(given.taken());
        all.put(Definition.SETTINGS, changes);
        return all;
    }

    private static boolean endsDependence(Map<String, Object> sent) {
        return sent.containsKey(Definition.DEPENDS_ON) && sent.get(Definition.DEPENDS_ON) == null;
    }

    /** Changes of a delivered field: how it looks, and rules that are stricter than those delivered. */
    static Map<String, Object> overridden(Given given, Definition before, Problems problems) {
        given.fixed(
                "name",
                Definition.TYPE,
                Definition.SETTINGS,
                Definition.UNIQUE,
                Definition.SEARCHABLE,
                Definition.PHASE,
                "target",
                "on_delete",
                INVERSE,
                "followed");
        common(given, false);
        given.flag(Definition.INDEXED);
        Map<String, Object> all = new LinkedHashMap<>();
        if (given.says(Definition.CHOICES)) {
            given.anything(Definition.CHOICES);
            all.put(Definition.CHOICES, choices(given.taken().get(Definition.CHOICES), problems));
        }
        given.word(Definition.DEPENDS_ON);
        given.end();
        Map<String, Object> changes = new LinkedHashMap<>();
        if (endsDependence(given.taken()) && before.says(Definition.CHOICES)) {
            changes.put(Definition.CHOICES, Depending.ended(before).choices());
        }
        changes.putAll(given.taken());
        changes.putAll(all);
        return changes;
    }

    private static void common(Given given, boolean isNew) {
        given.label(Definition.LABEL, isNew);
        given.help(Definition.HELP);
        given.flag(Definition.REQUIRED);
        given.flag(Definition.HIDDEN);
        given.anything(Definition.DEFAULT);
    }

    private static Map<String, Object> settings(Given given, Problems problems) {
        Map<String, Object> settings = given.object(Definition.SETTINGS);
        settings.putAll(given.rest());
        if (settings.containsKey(Definition.CHOICES)) {
            settings.put(Definition.CHOICES, choices(settings.get(Definition.CHOICES), problems));
        }
        if (settings.get(INVERSE) instanceof String name && !name.isEmpty()) {
            settings.put(INVERSE, Names.custom(INVERSE, name, problems));
        }
        return settings;
    }

    /** Choices may be written as bare codes. */
    private static Object choices(@Nullable Object sent, Problems problems) {
        if (!(sent instanceof List<?> list)) {
            problems.add(Definition.CHOICES, KernelError.WRONG_TYPE, Definition.CHOICES);
            return List.of();
        }
        List<Object> choices = new ArrayList<>();
        list.forEach(each -> choices.add(each instanceof String code ? Map.of("code", code) : each));
        return choices;
    }
}
