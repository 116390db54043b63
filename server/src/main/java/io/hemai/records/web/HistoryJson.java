package io.hemai.records.web;

import io.hemai.journal.Act;
import io.hemai.journal.Actor;
import io.hemai.journal.Entry;
import io.hemai.metadata.ObjectType;
import io.hemai.records.EntryReader;
import io.hemai.records.EntryReader.Changed;
import io.hemai.records.Reasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Journal entries as JSON, as far as the acting identity may know of what changed. */
@Component
class HistoryJson {
    private final EntryReader reader;
    private final Reasons reasons;

    HistoryJson(EntryReader reader, Reasons reasons) {
        this.reader = reader;
        this.reasons = reasons;
    }

    /** The items of the entries; an update of which nothing may be seen is none. */
    List<Map<String, @Nullable Object>> items(ObjectType type, List<Entry> entries, Locale locale) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        reader.read(type, entries).forEach((entry, changes) -> {
            if (!changes.isEmpty() || entry.act() != Act.UPDATED) {
                items.add(item(entry, changes, locale));
            }
        });
        return items;
    }

    private Map<String, @Nullable Object> item(Entry entry, List<Changed> changes, Locale locale) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", Long.toString(entry.id()));
        item.put("at", entry.at().toString());
        item.put("act", entry.act().code());
        item.put("actor", actor(named(entry.actor(), locale)));
        item.put("why", reasons.told(entry.object(), entry.why(), locale));
        item.put("run", run(entry));
        item.put("changes", changes.stream().map(Changed::json).toList());
        return item;
    }

    /** The automatic work that did it. */
    private static @Nullable String run(Entry entry) {
        return entry.origin() == null || entry.origin().work() == null
                ? null
                : entry.origin().work().toString();
    }

    private Actor named(Actor actor, Locale locale) {
        return new Actor(actor.kind(), actor.id(), reasons.actor(actor, locale));
    }

    /** {@code {"kind","id","label"}}. */
    static Map<String, @Nullable Object> actor(Actor actor) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("kind", actor.kind().code());
        shown.put("id", actor.id() == null ? null : actor.id().toString());
        shown.put("label", actor.label());
        return shown;
    }
}
