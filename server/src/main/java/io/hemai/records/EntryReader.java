package io.hemai.records;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Entry;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import io.hemai.records.store.Labels;
import io.hemai.records.store.Labels.Called;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads journal entries as far as the acting identity may know of what changed: hidden fields are absent, masked ones masked. */
@Component
public class EntryReader {
    private static final String UNREADABLE = "***";

    private final Gate gate;
    private final Metadata metadata;
    private final Labels labels;
    private final StoredFiles files;
    private final ValueContexts contexts;
    private final JsonMapper json;

    EntryReader(
            Gate gate, Metadata metadata, Labels labels, StoredFiles files, ValueContexts contexts, JsonMapper json) {
        this.gate = gate;
        this.metadata = metadata;
        this.labels = labels;
        this.files = files;
        this.contexts = contexts;
        this.json = json;
    }

    /** A field that changed. */
    public record Changed(Field<?> field, Side before, Side after) {
        /** As the API shows it: {@code {"field","before","after"}}. */
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("field", field.name());
            shown.put("before", before.json());
            shown.put("after", after.json());
            return shown;
        }
    }

    /** What a field held, before or after. */
    public sealed interface Side {
        /** As the API shows it. */
        @Nullable
        Object json();
    }

    /** It was empty. */
    public record Empty() implements Side {
        @Override
        public @Nullable Object json() {
            return null;
        }
    }

    /** It may not be seen. */
    public record Masked(String text) implements Side {
        @Override
        public Object json() {
            return text;
        }
    }

    /** It led to a record; {@code called} is null when nothing of that may be told. */
    public record Linked(String id, @Nullable Called called) implements Side {
        @Override
        public Object json() {
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
    }

    /** It was a file; null when it is gone, of which the id alone is shown. */
    public record Filed(String id, @Nullable StoredFile file) implements Side {
        @Override
        public Object json() {
            return file == null ? Map.of("id", id) : file.json();
        }
    }

    /** It had a value, as the API writes it. */
    public record Plain(JsonNode value) implements Side {
        @Override
        public Object json() {
            return value;
        }
    }

    /** What linked records are called, by object, and what is known of files. */
    private record Known(Rights rights, Map<String, Map<RecordId, Called>> names, Map<RecordId, StoredFile> files) {}

    /** What entries of one object tell, in their order. */
    public Map<Entry, List<Changed>> read(ObjectType type, List<Entry> entries) {
        Rights rights = gate.rights(Acting.who(), type);
        Map<Entry, JsonNode> changes = new LinkedHashMap<>();
        entries.forEach(entry -> changes.put(entry, json.readTree(entry.changes())));
        Known known = new Known(rights, names(type, rights, changes.values()), files(type, changes.values()));
        Map<Entry, List<Changed>> read = new LinkedHashMap<>();
        changes.forEach((entry, fields) -> read.put(entry, changed(type, known, fields)));
        return read;
    }

    private List<Changed> changed(ObjectType type, Known known, JsonNode fields) {
        return fields.properties().stream()
                .flatMap(change -> type
                        .field(change.getKey())
                        .filter(known.rights()::knows)
                        .map(field -> new Changed(
                                field,
                                side(field, known, change.getValue().path(0)),
                                side(field, known, change.getValue().path(1))))
                        .stream())
                .toList();
    }

    private Side side(Field<?> field, Known known, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return new Empty();
        }
        if (!known.rights().sees(field)) {
            return new Masked(masked(field, value));
        }
        String id = value.asString("");
        return switch (field.type()) {
            case LinkType link ->
                new Linked(
                        id,
                        RecordId.parse(id)
                                .map(known.names().getOrDefault(link.target(), Map.of())::get)
                                .orElse(null));
            case StoredFileType file ->
                new Filed(id, RecordId.parse(id).map(known.files()::get).orElse(null));
            default -> new Plain(value);
        };
    }

    private <T> String masked(Field<T> field, JsonNode value) {
        Object plain = json.treeToValue(value, Object.class);
        return field.type().coerce(plain, contexts.current()) instanceof Coerced.Good<T>(var typed) && typed != null
                ? field.type().masked(typed)
                : UNREADABLE;
    }

    /** One statement per object that links lead to. */
    private Map<String, Map<RecordId, Called>> names(ObjectType type, Rights rights, Collection<JsonNode> changes) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        type.links().stream()
                .filter(link -> rights.sees(link.field()))
                .forEach(link -> wanted.computeIfAbsent(link.target(), target -> new HashSet<>())
                        .addAll(ids(link.field(), changes)));
        Map<String, Map<RecordId, Called>> names = new HashMap<>();
        wanted.forEach((object, ids) ->
                metadata.current().find(object).ifPresent(target -> names.put(object, labels.ever(target, ids))));
        return names;
    }

    private Map<RecordId, StoredFile> files(ObjectType type, Collection<JsonNode> changes) {
        Set<RecordId> ids = new HashSet<>();
        type.fields().stream()
                .filter(field -> field.type() instanceof StoredFileType)
                .forEach(field -> ids.addAll(ids(field, changes)));
        return files.of(ids);
    }

    private static Set<RecordId> ids(Field<?> field, Collection<JsonNode> changes) {
        Set<RecordId> ids = new HashSet<>();
        changes.forEach(change -> change.path(field.name())
                .forEach(side -> RecordId.parse(side.asString("")).ifPresent(ids::add)));
        return ids;
    }
}
