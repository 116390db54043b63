package io.hemai.timeline;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Act;
import io.hemai.journal.Actor;
import io.hemai.journal.ActorKind;
import io.hemai.journal.Entry;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import io.hemai.records.Reasons;
import io.hemai.records.Row;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.Labels;
import io.hemai.records.store.Labels.Called;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells journal entries in words, as far as the acting identity may know of what changed. */
@Component
class ChangesTold {
    private final Gate gate;
    private final Metadata metadata;
    private final Labels labels;
    private final StoredFiles files;
    private final ValueContexts contexts;
    private final Reasons reasons;
    private final Wording wording;
    private final JsonMapper json;

    ChangesTold(
            Gate gate,
            Metadata metadata,
            Labels labels,
            StoredFiles files,
            ValueContexts contexts,
            Reasons reasons,
            Wording wording,
            JsonMapper json) {
        this.gate = gate;
        this.metadata = metadata;
        this.labels = labels;
        this.files = files;
        this.contexts = contexts;
        this.reasons = reasons;
        this.wording = wording;
        this.json = json;
    }

    /** The entries with their changes read, what their links lead to, and the files they refer to. */
    private record Told(
            ObjectType type,
            Rights rights,
            ValueContext reader,
            Map<String, Map<RecordId, Called>> linked,
            Map<RecordId, StoredFile> files) {}

    /** The item of each entry; none where nothing is worth telling, or may be told. */
    Map<Long, TimelineItem> items(Row record, List<Entry> entries, Locale reader) {
        ObjectType type = record.type();
        Rights rights = gate.rights(Acting.who(), type);
        Map<Entry, JsonNode> changes =
                entries.stream().collect(Collectors.toMap(e -> e, e -> json.readTree(e.changes())));
        Told told = new Told(
                type,
                rights,
                contexts.current().in(reader),
                linked(type, rights, changes.values()),
                files.in(type, changes.values()));
        Map<Long, TimelineItem> items = new HashMap<>();
        for (Entry entry : entries) {
            List<Map.Entry<Field<?>, JsonNode>> worth =
                    worthTelling(told, entry, changes.getOrDefault(entry, json.nullNode()));
            if (!worth.isEmpty() || entry.act() != Act.UPDATED) {
                items.put(entry.id(), item(record, told, entry, worth));
            }
        }
        return items;
    }

    private TimelineItem item(Row record, Told told, Entry entry, List<Map.Entry<Field<?>, JsonNode>> worth) {
        Locale reader = told.reader().locale();
        String title = wording.text("timeline." + entry.act().code(), reader);
        String fields = worth.stream()
                .map(c -> c.getKey().label().in(reader))
                .collect(Collectors.joining(wording.text("timeline.and", reader)));
        String body =
                worth.stream().map(c -> line(told, c.getKey(), c.getValue())).collect(Collectors.joining("\n"));
        return new TimelineItem(
                Long.toString(entry.id()),
                began(record, told.rights(), entry).orElse(entry.at()),
                entry.act().code(),
                fields.isEmpty() ? title : wording.text("timeline.changed", reader, fields),
                body.isEmpty() ? null : body,
                entry.object(),
                entry.record(),
                labels.of(record),
                actor(record, told.rights(), entry, reader),
                reasons.told(entry.object(), entry.why(), reader));
    }

    /** When a record began that Hemai itself brought later, such as one of the demo company; empty for every other entry. */
    static Optional<Instant> began(Row record, Rights rights, Entry entry) {
        boolean brought = entry.act() == Act.CREATED && entry.actor().kind() == ActorKind.SYSTEM;
        return brought && rights.sees(CommonFields.CREATED_AT)
                ? Optional.ofNullable(record.value(CommonFields.CREATED_AT)).filter(began -> began.isBefore(entry.at()))
                : Optional.empty();
    }

    /** Who did it; of a record that was brought, the person whose it says it is. */
    private Actor actor(Row record, Rights rights, Entry entry, Locale reader) {
        RecordId by = rights.sees(CommonFields.CREATED_BY) ? record.value(CommonFields.CREATED_BY) : null;
        if (by != null && began(record, rights, entry).isPresent()) {
            String label =
                    labels.of(metadata.current().require("user"), Set.of(by)).getOrDefault(by, "");
            return new Actor(ActorKind.USER, by, label);
        }
        return new Actor(entry.actor().kind(), entry.actor().id(), reasons.actor(entry.actor(), reader));
    }

    /** Of a new record its values are not repeated; what rules keep by themselves is left to the history. */
    private List<Map.Entry<Field<?>, JsonNode>> worthTelling(Told told, Entry entry, JsonNode changes) {
        List<Map.Entry<Field<?>, JsonNode>> worth = new ArrayList<>();
        if (entry.act() == Act.UPDATED) {
            for (Map.Entry<String, JsonNode> change : changes.properties()) {
                told.type()
                        .field(change.getKey())
                        .filter(told.rights()::knows)
                        .filter(f -> !f.has(Trait.READ_ONLY) && !f.has(Trait.HIDDEN))
                        .ifPresent(f -> worth.add(Map.entry(f, change.getValue())));
            }
        }
        return worth;
    }

    private String line(Told told, Field<?> field, JsonNode change) {
        Locale reader = told.reader().locale();
        String label = field.label().in(reader);
        return wording.text(
                "timeline.line", reader, label, text(told, field, change.path(0)), text(told, field, change.path(1)));
    }

    private <T> String text(Told told, Field<T> field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "—";
        }
        if (field.type() instanceof LinkType link && told.rights().sees(field)) {
            return RecordId.parse(value.asString(""))
                    .map(told.linked().getOrDefault(link.target(), Map.of())::get)
                    .map(Called::label)
                    .filter(label -> !label.isEmpty())
                    .orElse("***");
        }
        if (field.type() instanceof StoredFileType && told.rights().sees(field)) {
            return RecordId.parse(value.asString(""))
                    .map(told.files()::get)
                    .map(StoredFile::name)
                    .orElse("***");
        }
        Object plain = json.treeToValue(value, Object.class);
        return field.type().coerce(plain, told.reader()) instanceof Coerced.Good<T>(var typed) && typed != null
                ? told.rights().sees(field)
                        ? field.type().text(typed, told.reader())
                        : field.type().masked(typed)
                : "***";
    }

    /** What the links lead to, as far as it may be read: one statement per object. */
    private Map<String, Map<RecordId, Called>> linked(ObjectType type, Rights rights, Iterable<JsonNode> changes) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        for (Link link : type.links()) {
            for (JsonNode change : changes) {
                if (rights.sees(link.field())) {
                    change.path(link.name())
                            .forEach(side -> RecordId.parse(side.asString(""))
                                    .ifPresent(id -> wanted.computeIfAbsent(link.target(), t -> new HashSet<>())
                                            .add(id)));
                }
            }
        }
        Map<String, Map<RecordId, Called>> linked = new HashMap<>();
        wanted.forEach((object, ids) ->
                metadata.current().find(object).ifPresent(target -> linked.put(object, labels.ever(target, ids))));
        return linked;
    }
}
