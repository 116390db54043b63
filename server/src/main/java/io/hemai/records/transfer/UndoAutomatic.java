package io.hemai.records.transfer;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.records.TakingBack;
import io.hemai.records.store.WorkTrail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes automatic work back as a mass act is taken back: first what it changed, then what it made. */
@Component
class UndoAutomatic implements TakingBack {
    private final RunContext with;
    private final UndoParts parts;
    private final Journal journal;
    private final Wording wording;

    UndoAutomatic(RunContext with, UndoParts parts, Journal journal, Wording wording) {
        this.with = with;
        this.parts = parts;
        this.journal = journal;
        this.wording = wording;
    }

    /** The records of each object that the work touched, the last made first. */
    private static final class Touched {
        final Map<ObjectType, Set<RecordId>> changed = new LinkedHashMap<>();
        final Map<ObjectType, Set<RecordId>> made = new LinkedHashMap<>();
    }

    @Override
    public int changes(Collection<RecordId> work) {
        return journal.by(work, MOST + 1).size();
    }

    private Touched gathered(Collection<RecordId> work) {
        List<Entry> entries = journal.by(work, MOST).reversed();
        Touched touched = new Touched();
        entries.stream()
                .filter(entry -> entry.act() == Act.CREATED)
                .forEach(entry -> type(entry).ifPresent(type -> put(touched.made, type, entry)));
        entries.stream()
                .filter(entry -> entry.act() == Act.UPDATED)
                .forEach(entry -> type(entry)
                        .filter(type ->
                                !touched.made.getOrDefault(type, Set.of()).contains(entry.record()))
                        .ifPresent(type -> put(touched.changed, type, entry)));
        return touched;
    }

    private static void put(Map<ObjectType, Set<RecordId>> into, ObjectType type, Entry entry) {
        into.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(entry.record());
    }

    /** Empty for an object that is there no more. */
    private Optional<ObjectType> type(Entry entry) {
        return with.metadata().current().find(entry.object());
    }

    @Override
    public Result takeBack(Collection<RecordId> work) {
        Touched touched = gathered(work);
        WorkTrail.Work own = new WorkTrail.Work.Automatic(List.copyOf(work));
        long restored = 0;
        long deleted = 0;
        List<Left> left = new ArrayList<>();
        for (Map.Entry<ObjectType, Set<RecordId>> some : touched.changed.entrySet()) {
            UndoChunk chunk = new UndoChunk(parts, with, own, false, some.getKey(), List.copyOf(some.getValue()));
            restored += chunk.putBack();
            left.addAll(left(some.getKey(), chunk.left()));
        }
        for (Map.Entry<ObjectType, Set<RecordId>> some : touched.made.entrySet()) {
            UndoChunk chunk = new UndoChunk(parts, with, own, false, some.getKey(), List.copyOf(some.getValue()));
            deleted += chunk.takeAway();
            left.addAll(left(some.getKey(), chunk.left()));
        }
        return new Result(restored, deleted, left);
    }

    /** Who may not read a record is told no more of it than that it stays. */
    private List<Left> left(ObjectType type, Map<RecordId, Undone.Left> some) {
        Rights rights = with.gate().rights(Acting.who(), type);
        Set<RecordId> readable = rights.read().equals(Filter.none())
                ? Set.of()
                : with.records().rows(type.name(), some.keySet()).keySet();
        List<Left> left = new ArrayList<>();
        some.forEach((id, one) -> {
            boolean reads = readable.contains(id);
            List<String> fields = one.fields().stream()
                    .filter(name ->
                            reads && type.field(name).filter(rights::sees).isPresent())
                    .toList();
            left.add(new Left(type.name(), one.id(), reads ? one.label() : null, fields, reason(one)));
        });
        return left;
    }

    private @Nullable String reason(Undone.Left one) {
        Locale reader = Acting.who().locale();
        if (one.attached() != null) {
            String objects = one.attached().stream()
                    .map(name -> with.metadata().current().require(name).label().in(reader))
                    .collect(Collectors.joining(", "));
            return wording.text("undo.attached", reader, objects);
        }
        Map<String, String> told = one.refused() == null ? one.reasons() : one.refused();
        return told == null ? null : told.get(reader.getLanguage().equals("zh") ? "zh" : "en");
    }
}
