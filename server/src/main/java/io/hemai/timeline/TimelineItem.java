package io.hemai.timeline;

import io.hemai.journal.Actor;
import io.hemai.kernel.RecordId;
import io.hemai.records.EntryReader.Changed;
import io.hemai.records.StoredFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something on a timeline.
 *
 * @param id unique on the timeline
 * @param kind an activity's kind, {@code task}, or what was done to the record
 * @param object the object of the record it stands for
 * @param label what that record is called
 * @param run the automatic work that did it; null when people did
 * @param facts what else the record holds, by field, such as what a call came to
 * @param files what was attached
 * @param changes what became of its fields, for an update of the record itself
 */
record TimelineItem(
        String id,
        Instant at,
        String kind,
        @Nullable String title,
        @Nullable String body,
        String object,
        RecordId record,
        @Nullable String label,
        @Nullable Actor actor,
        @Nullable String why,
        @Nullable RecordId run,
        Map<String, Object> facts,
        List<StoredFile> files,
        List<Changed> changes) {
    /** As the API shows it. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("at", at.toString());
        json.put("kind", kind);
        json.put("title", title);
        json.put("body", body);
        json.put("object", object);
        Map<String, @Nullable Object> to = new LinkedHashMap<>();
        to.put("id", record.toString());
        to.put("label", label);
        json.put("record", to);
        json.put("actor", actor == null ? null : shown(actor));
        json.put("why", why);
        json.put("run", run == null ? null : run.toString());
        json.put("facts", facts);
        json.put("files", files.stream().map(StoredFile::json).toList());
        json.put("changes", changes.stream().map(Changed::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> shown(Actor actor) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("kind", actor.kind().code());
        shown.put("id", actor.id() == null ? null : actor.id().toString());
        shown.put("label", actor.label());
        return shown;
    }
}
