package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import io.hemai.metadata.Choice;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.fieldtype.EnumType;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what the modules list as choices, what the company made of them and what was learnt. */
final class ChoiceLists {
    private static final int MOST = 1_000;
    private static final String CODE = "code";

    private ChoiceLists() {}

    /** A delivered type with the company's choices, and the field on which they depend. */
    static FieldType<?> merge(FieldType<?> type, Definition own, List<String> learnt) {
        String dependsOn = own.text(Definition.DEPENDS_ON);
        FieldType<?> merged = merge(type, own.choices(), learnt);
        return dependsOn != null && merged instanceof ListsChoices listed ? listed.dependingOn(dependsOn) : merged;
    }

    /** The type with the company's choices: those it changed, those it added, and codes that were written into an open list. */
    static FieldType<?> merge(FieldType<?> type, List<?> given, List<String> learnt) {
        if (!(type instanceof ListsChoices listed) || (given.isEmpty() && (learnt.isEmpty() || !listed.open()))) {
            return type;
        }
        Map<String, Map<?, ?>> byCode = byCode(given);
        if (type instanceof EnumType<?>) {
            return listed.labelled(choice -> changed(choice, byCode));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        listed.choices().all().forEach(c -> all.put(c.code(), plain(changed(c, byCode))));
        byCode.forEach(all::putIfAbsent);
        // written before the first of them was known, two may differ in case alone: each is what records hold
        learnt.forEach(code -> all.putIfAbsent(code, Map.of(CODE, code)));
        Map<String, Object> settings = new LinkedHashMap<>(type.settings());
        settings.put(Definition.CHOICES, new ArrayList<>(all.values()).subList(0, Math.min(MOST, all.size())));
        return type.configured(settings);
    }

    private static Map<String, Map<?, ?>> byCode(List<?> given) {
        Map<String, Map<?, ?>> byCode = new LinkedHashMap<>();
        for (Object each : given) {
            if (each instanceof Map<?, ?> choice) {
                byCode.put(String.valueOf(choice.get(CODE)), choice);
            }
        }
        return byCode;
    }

    private static Choice changed(Choice choice, Map<String, Map<?, ?>> changes) {
        Map<?, ?> change = changes.get(choice.code());
        if (change == null) {
            return choice;
        }
        Label label = choice.label();
        if (change.get(Definition.LABEL) instanceof Map<?, ?> texts) {
            Map<String, String> merged = new HashMap<>(label.texts());
            texts.forEach((language, text) -> merged.put(String.valueOf(language), String.valueOf(text)));
            label = new Label(merged);
        }
        return new Choice(
                choice.code(),
                label,
                change.containsKey(Definition.COLOR) ? (String) change.get(Definition.COLOR) : choice.color(),
                !Boolean.FALSE.equals(change.get("active")),
                change.get(Definition.WHEN) instanceof List<?> codes
                        ? codes.stream().map(String::valueOf).toList()
                        : choice.when());
    }

    private static Map<String, Object> plain(Choice choice) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(CODE, choice.code());
        plain.put(Definition.LABEL, choice.label().sorted());
        if (choice.color() != null) {
            plain.put(Definition.COLOR, choice.color());
        }
        plain.put("active", choice.active());
        plain.put(Definition.WHEN, choice.when());
        return plain;
    }
}
