package io.hemai.records.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.web.JsonBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many changes of one object, as a client sends them: creations, then updates, then deletions.
 *
 * @param atomic all or nothing; the usual way
 */
record BatchRequest(List<Change> changes, boolean atomic) {
    static BatchRequest of(ObjectType type, JsonBody body) {
        Map<String, Object> given = body.object("create", "update", "delete", "atomic");
        List<Change> changes = new ArrayList<>();
        list(given, "create").forEach(values -> changes.add(Change.create(type, values, false)));
        list(given, "update").forEach(values -> changes.add(update(type, values)));
        list(given, "delete").forEach(values -> changes.add(delete(type, values)));
        if (changes.size() > Limits.BATCH) {
            throw Refusal.of(RecordsError.BATCH_TOO_LARGE, changes.size(), Limits.BATCH);
        }
        Set<RecordId> seen = new HashSet<>();
        changes.stream().map(Change::id).filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw Refusal.of(RecordsError.BATCH_TWICE, id);
        });
        Object atomic = given.get("atomic");
        if (atomic != null && !(atomic instanceof Boolean)) {
            throw Refusal.ofField("atomic", KernelError.WRONG_TYPE, "atomic");
        }
        return new BatchRequest(changes, !Boolean.FALSE.equals(atomic));
    }

    @SuppressWarnings("unchecked") // members of a JSON object have text keys
    private static List<Map<String, Object>> list(Map<String, Object> given, String name) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return (List<Map<String, Object>>) value;
        }
        throw Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }

    private static Change update(ObjectType type, Map<String, Object> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(given);
        values.remove("id");
        values.remove("version");
        return Change.update(type, id(given), version(given), values, false);
    }

    private static Change delete(ObjectType type, Map<String, Object> given) {
        if (!Set.of("id", "version").containsAll(given.keySet())) {
            throw Refusal.ofField(
                    "delete", KernelError.UNKNOWN_PROPERTY, given.keySet().toString());
        }
        return Change.delete(type, id(given), version(given));
    }

    private static RecordId id(Map<String, Object> given) {
        if (given.get("id") instanceof String text) {
            return RecordId.parse(text).orElseThrow(() -> Refusal.ofField("id", KernelError.WRONG_TYPE, "id"));
        }
        throw Refusal.ofField("id", KernelError.MISSING, "id");
    }

    private static long version(Map<String, Object> given) {
        return switch (given.get("version")) {
            case Integer version -> version;
            case Long version -> version;
            case null -> throw Refusal.ofField("version", RecordsError.VERSION_REQUIRED);
            default -> throw Refusal.ofField("version", KernelError.WRONG_TYPE, "version");
        };
    }
}
