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
import io.hemai.metadata.Metadata;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.Wording;
import io.hemai.records.EntryReader;
import io.hemai.records.EntryReader.Changed;
import io.hemai.records.Reasons;
import io.hemai.records.Row;
import io.hemai.records.StoredFile;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.Labels;
import io.hemai.records.store.Labels.Called;
import java.time.Instant;
import java.util.HashMap;
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
    private static final String UNTOLD = "***";

    private final Gate gate;
    private final Metadata metadata;
    private final Labels labels;
    private final EntryReader reader;
    private final ValueContexts contexts;
    private final Reasons reasons;
    private final Wording wording;
    private final JsonMapper json;

    ChangesTold(
            Gate gate,
            Metadata metadata,
            Labels labels,
            EntryReader reader,
            ValueContexts contexts,
            Reasons reasons,
            Wording wording,
            JsonMapper json) {
        this.gate = gate;
        this.metadata = metadata;
        this.labels = labels;
        this.reader = reader;
        this.contexts = contexts;
        this.reasons = reasons;
        this.wording = wording;
        this.json = json;
    }

    /** The item of each entry; none where nothing is worth telling, or may be told. */
    Map<Long, TimelineItem> items(Row record, List<Entry> entries, Locale locale) {
        Rights rights = gate.rights(Acting.who(), record.type());
        Map<Long, TimelineItem> items = new HashMap<>();
        reader.read(record.type(), entries).forEach((entry, changes) -> {
            List<Changed> worth = worthTelling(entry, changes);
            if (!worth.isEmpty() || entry.act() != Act.UPDATED) {
                items.put(entry.id(), item(record, rights, entry, worth, locale));
            }
        });
        return items;
    }

    private TimelineItem item(Row record, Rights rights, Entry entry, List<Changed> worth, Locale locale) {
        String title = wording.text("timeline." + entry.act().code(), locale);
        String fields = worth.stream()
                .map(c -> c.field().label().in(locale))
                .collect(Collectors.joining(wording.text("timeline.and", locale)));
        ValueContext context = contexts.current().in(locale);
        String body = worth.stream().map(c -> line(c, context)).collect(Collectors.joining("\n"));
        return new TimelineItem(
                Long.toString(entry.id()),
                began(record, rights, entry).orElse(entry.at()),
                entry.act().code(),
                fields.isEmpty() ? title : wording.text("timeline.changed", locale, fields),
                body.isEmpty() ? null : body,
                entry.object(),
                entry.record(),
                labels.of(record),
                actor(record, rights, entry, locale),
                reasons.told(entry.object(), entry.why(), locale),
                entry.origin() == null ? null : entry.origin().work(),
                Map.of(),
                List.of(),
                worth);
    }

    /** When a record began that Hemai itself brought later, such as one of the demo company; empty for every other entry. */
    static Optional<Instant> began(Row record, Rights rights, Entry entry) {
        boolean brought = entry.act() == Act.CREATED && entry.actor().kind() == ActorKind.SYSTEM;
        return brought && rights.sees(CommonFields.CREATED_AT)
                ? Optional.ofNullable(record.value(CommonFields.CREATED_AT)).filter(began -> began.isBefore(entry.at()))
                : Optional.empty();
    }

    /** Who did it; of a record that was brought, the person whose it says it is. */
    private Actor actor(Row record, Rights rights, Entry entry, Locale locale) {
        RecordId by = rights.sees(CommonFields.CREATED_BY) ? record.value(CommonFields.CREATED_BY) : null;
        if (by != null && began(record, rights, entry).isPresent()) {
            String label =
                    labels.of(metadata.current().require("user"), Set.of(by)).getOrDefault(by, "");
            return new Actor(ActorKind.USER, by, label);
        }
        return new Actor(entry.actor().kind(), entry.actor().id(), reasons.actor(entry.actor(), locale));
    }

    /** Of a new record its values are not repeated; what rules keep by themselves, or a task tells, is left to the history. */
    private static List<Changed> worthTelling(Entry entry, List<Changed> changes) {
        return entry.act() == Act.UPDATED && !FollowUps.WHY.equals(entry.why())
                ? changes.stream()
                        .filter(c ->
                                !c.field().has(Trait.READ_ONLY) && !c.field().has(Trait.HIDDEN))
                        .toList()
                : List.of();
    }

    private String line(Changed changed, ValueContext context) {
        Field<?> field = changed.field();
        Locale locale = context.locale();
        return wording.text(
                "timeline.line",
                locale,
                field.label().in(locale),
                text(field, changed.before(), context),
                text(field, changed.after(), context));
    }

    private String text(Field<?> field, EntryReader.Side side, ValueContext context) {
        return switch (side) {
            case EntryReader.Empty empty -> "—";
            case EntryReader.Masked(String text) -> text;
            case EntryReader.Linked(String id, Called called) ->
                called == null || called.label().isEmpty() ? UNTOLD : called.label();
            case EntryReader.Filed(String id, StoredFile file) -> file == null ? UNTOLD : file.name();
            case EntryReader.Plain(JsonNode value) -> plain(field, value, context);
        };
    }

    private <T> String plain(Field<T> field, JsonNode value, ValueContext context) {
        Object given = json.treeToValue(value, Object.class);
        return field.type().coerce(given, context) instanceof Coerced.Good<T>(var typed) && typed != null
                ? field.type().text(typed, context)
                : UNTOLD;
    }
}
