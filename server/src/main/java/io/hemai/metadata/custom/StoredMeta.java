package io.hemai.metadata.custom;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a company changed.
 *
 * @param learnt codes of open choices that were written and not listed, by {@code object.field}
 */
record StoredMeta(
        List<StoredObject> objects,
        List<StoredField> fields,
        Map<String, List<String>> learnt,
        List<StoredRule> rules) {
    boolean isEmpty() {
        return objects.isEmpty() && fields.isEmpty() && learnt.isEmpty() && rules.isEmpty();
    }

    /** The same as if everything were restored that is deleted. */
    StoredMeta restored() {
        return new StoredMeta(
                objects.stream().map(o -> o.deleted(null)).toList(),
                fields.stream().map(f -> f.deleted(null)).toList(),
                learnt,
                rules);
    }

    Optional<StoredObject> object(String name) {
        return objects.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    Optional<StoredField> field(String object, String name) {
        return fields(object).stream().filter(f -> f.name().equals(name)).findFirst();
    }

    List<StoredField> fields(String object) {
        return fields.stream().filter(f -> f.object().equals(object)).toList();
    }

    List<String> learnt(String object, String field) {
        return learnt.getOrDefault(object + "." + field, List.of());
    }
}
