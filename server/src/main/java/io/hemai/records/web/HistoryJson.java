package io.hemai.records.web;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Act;
import io.hemai.journal.Actor;
import io.hemai.journal.Entry;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import io.hemai.records.Reasons;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.Labels;
import io.hemai.records.store.Labels.Called;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes journal entries readable for the acting identity: hidden fields absent, masked ones masked, links with their labels. */
@Component
class HistoryJson {
    private final Gate gate;
    private final Metadata metadata;
    private final Labels labels;
    private final StoredFiles files;
    private final ValueContexts contexts;
    private final Reasons reasons;
    private final JsonMapper json;

    HistoryJson(
            Gate gate,
            Metadata metadata,
            Labels labels,
            StoredFiles files,
            ValueContexts contexts,
            Reasons reasons,
            JsonMapper json) {
        this.gate = gate;
        this.metadata = metadata;
        this.labels = labels;
        this.files = files;
        this.contexts = contexts;
        this.reasons = reasons;
        this.json = json;
    }

    /** What linked records are called, by object, and what is known of files. */
    private record Told(Map<String, Map<RecordId, Called>> names, Map<RecordId, StoredFile> files) {}

    /** The items of the entries; an update of which nothing may be seen is none. */
    List<Map<String, @Nullable Object>> items(ObjectType type, List<Entry> entries, Locale reader) {
        Rights rights = gate.rights(Acting.who(), type);
        List<JsonNode> changes =
                entries.stream().map(e -> json.readTree(e.changes())).toList();
        Told told = new Told(names(type, rights, changes), files.in(type, changes));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<Map<String, @Nullable Object>> seen = changes(type, rights, changes.get(i), told);
            if (!seen.isEmpty() || entry.act() != Act.UPDATED) {
                items.add(item(entry, seen, reader));
            }
        }
        return items;
    }

    private Map<String, @Nullable Object> item(
            Entry entry, List<Map<String, @Nullable Object>> changes, Locale reader) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", Long.toString(entry.id()));
        item.put("at", entry.at().toString());
        item.put("act", entry.act().code());
        item.put("actor", actor(named(entry.actor(), reader)));
        item.put("why", reasons.told(entry.object(), entry.why(), reader));
        item.put("changes", changes);
        return item;
    }

    private Actor named(Actor actor, Locale reader) {
        return new Actor(actor.kind(), actor.id(), reasons.actor(actor, reader));
    }

    /** {@code {"kind","id","label"}}. */
    static Map<String, @Nullable Object> actor(Actor actor) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("kind", actor.kind().code());
        shown.put("id", actor.id() == null ? null : actor.id().toString());
        shown.put("label", actor.label());
        return shown;
    }

    private List<Map<String, @Nullable Object>> changes(ObjectType type, Rights rights, JsonNode changes, Told told) {
        List<Map<String, @Nullable Object>> seen = new ArrayList<>();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            type.field(change.getKey()).filter(rights::knows).ifPresent(field -> {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("field", field.name());
                one.put(
                        "before",
                        value(field, rights.sees(field), change.getValue().path(0), told));
                one.put(
                        "after",
                        value(field, rights.sees(field), change.getValue().path(1), told));
                seen.add(one);
            });
        }
        return seen;
    }

    private @Nullable Object value(Field<?> field, boolean seen, JsonNode value, Told told) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!seen) {
            return masked(field, value);
        }
        return switch (field.type()) {
            case LinkType link -> link(value.asString(""), told.names().getOrDefault(link.target(), Map.of()));
            case StoredFileType file -> file(value.asString(""), told.files());
            default -> value;
        };
    }

    private <T> String masked(Field<T> field, JsonNode value) {
        Object plain = json.treeToValue(value, Object.class);
        return field.type().coerce(plain, contexts.current()) instanceof Coerced.Good<T>(var typed) && typed != null
                ? field.type().masked(typed)
                : "***";
    }

    private static Map<String, Object> link(String id, Map<RecordId, Called> names) {
        Called called = RecordId.parse(id).map(names::get).orElse(null);
        if (called == null) {
            return Map.of("hidden", true);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("label", called.label());
        if (called.deleted()) {
            shown.put("deleted", true);
        }
        return shown;
    }

    /** Of a file that is gone its id alone. */
    private static Map<String, Object> file(String id, Map<RecordId, StoredFile> files) {
        StoredFile file = RecordId.parse(id).map(files::get).orElse(null);
        return file == null ? Map.of("id", id) : file.json();
    }

    /** What the linked records are called, one statement per object that links lead to. */
    private Map<String, Map<RecordId, Called>> names(ObjectType type, Rights rights, List<JsonNode> changes) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        type.links().stream().filter(l -> rights.sees(l.field())).forEach(link -> {
            Set<RecordId> ids = wanted.computeIfAbsent(link.target(), t -> new HashSet<>());
            for (JsonNode change : changes) {
                change.path(link.name())
                        .forEach(side -> RecordId.parse(side.asString("")).ifPresent(ids::add));
            }
        });
        Map<String, Map<RecordId, Called>> names = new HashMap<>();
        wanted.forEach((object, ids) ->
                metadata.current().find(object).ifPresent(target -> names.put(object, labels.ever(target, ids))));
        return names;
    }
}
