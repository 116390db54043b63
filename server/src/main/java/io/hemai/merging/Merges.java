package io.hemai.merging;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Bin;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merges records and undoes that: children move, empty fields are filled, what is absorbed waits in the bin. */
@Component
public class Merges {
    /** As long as the bin keeps what was absorbed. */
    private static final Duration UNDONE_WITHIN = Duration.ofDays(30);

    private static final String MERGE = "merge";
    private static final String UNDO = "undo_merge";

    private final Records records;
    private final Children children;
    private final Ledger ledger;
    private final Bin bin;
    private final Clock clock;

    Merges(Records records, Children children, Ledger ledger, Bin bin, Clock clock) {
        this.records = records;
        this.children = children;
        this.ledger = ledger;
        this.bin = bin;
        this.clock = clock;
    }

    /** Whether a change was made by merging or by undoing that, for reactions to which that is no news. */
    public static boolean made(Change change) {
        return MERGE.equals(change.why()) || UNDO.equals(change.why());
    }

    /** The record into which another one was merged; empty when it was not. */
    public Optional<About> successor(RecordId gone) {
        return Acting.call(self(MERGE), () -> ledger.successor(gone));
    }

    void merge(ObjectType type, RecordId survivor, Set<RecordId> absorbed, Map<String, @Nullable Object> fields) {
        Set<RecordId> all = new LinkedHashSet<>(absorbed);
        all.add(survivor);
        Map<RecordId, Row> standing = new LinkedHashMap<>();
        all.stream().sorted().forEach(id -> standing.put(id, records.lockToChange(type, id)));
        List<Move> moves = new ArrayList<>();
        absorbed.forEach(id -> moves.add(new Move(MoveKind.ABSORBED, new About(type.name(), id), "", null)));
        moves.addAll(asHemai(MERGE, () -> children.move(type, absorbed, survivor, MERGE)));
        children.delete(type, absorbed, MERGE);
        moves.addAll(fill(type, survivor, absorbed, standing));
        if (!fields.isEmpty()) {
            records.write(type, List.of(update(type, survivor, fields, false, MERGE)), WriteOptions.USUAL);
        }
        Row left = records.read(type.name(), survivor);
        asHemai(MERGE, () -> {
            ledger.write(left, moves, clock.instant());
            return true;
        });
    }

    /** The values that only an absorbed one has, of the first that has one. */
    private List<Move> fill(ObjectType type, RecordId survivor, Set<RecordId> absorbed, Map<RecordId, Row> standing) {
        Row left = records.read(type.name(), survivor);
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        for (Field<?> field : type.fields()) {
            if (Children.fills(type, field) && left.value(field) == null) {
                absorbed.stream()
                        .map(id -> Objects.requireNonNull(standing.get(id)).value(field))
                        .filter(value -> value != null && !value.equals(survivor))
                        .findFirst()
                        .ifPresent(value -> filled.put(field.name(), value));
            }
        }
        if (!filled.isEmpty()) {
            records.write(
                    type,
                    List.of(update(type, survivor, filled, true, MERGE)),
                    WriteOptions.USUAL.allowingDuplicates());
        }
        About record = new About(type.name(), survivor);
        return filled.keySet().stream()
                .map(name -> new Move(MoveKind.FILLED, record, name, null))
                .toList();
    }

    /** What was put back, and what was left because it has changed since. */
    record Undone(List<RecordId> restored, int moved, List<Move> left) {}

    Undone undo(ObjectType type, RecordId survivor) {
        Row standing = records.lockToChange(type, survivor);
        Instant now = clock.instant();
        Row newest = asHemai(UNDO, () -> ledger.newest(survivor, now.minus(UNDONE_WITHIN)))
                .orElseThrow(() -> Refusal.of(MergeError.NOTHING_TO_UNDO, UNDONE_WITHIN.toDays()));
        List<Move> moves = asHemai(UNDO, () -> ledger.moves(newest.id()));
        List<RecordId> absorbed =
                of(moves, MoveKind.ABSORBED).stream().map(m -> m.record().id()).toList();
        List<Move> moved = of(moves, MoveKind.MOVED);
        List<Row> came = new ArrayList<>();
        empty(type, standing, of(moves, MoveKind.FILLED));
        return asHemai(UNDO, () -> {
            absorbed.forEach(id -> {
                bin.restore(type.name(), id);
                came.add(records.read(type.name(), id));
            });
            List<Move> left = children.moveBack(type, survivor, moved, UNDO);
            ledger.undone(newest.id(), now, UNDO);
            return new Undone(came.stream().map(Row::id).toList(), moved.size() - left.size(), left);
        });
    }

    /** Filled fields are emptied again, so that a value that only one may have is free for the one that comes back. */
    private void empty(ObjectType type, Row standing, List<Move> filled) {
        Map<String, @Nullable Object> emptied = new LinkedHashMap<>();
        filled.forEach(move -> type.field(move.field())
                .filter(field -> standing.value(field) != null)
                .ifPresent(field -> emptied.put(field.name(), null)));
        if (!emptied.isEmpty()) {
            records.write(type, List.of(update(type, standing.id(), emptied, true, UNDO)), WriteOptions.USUAL);
        }
    }

    private static List<Move> of(List<Move> moves, MoveKind kind) {
        return moves.stream().filter(m -> m.kind() == kind).toList();
    }

    private static Change update(
            ObjectType type, RecordId id, Map<String, @Nullable Object> values, boolean trusted, String why) {
        Change change = Change.update(type, id, null, values, trusted);
        change.because(why);
        return change;
    }

    /** What a merge touches is more than the person who merges may see. */
    private static <T> T asHemai(String why, Supplier<T> work) {
        return Acting.call(self(why), work);
    }

    private static SystemIdentity self(String why) {
        return new SystemIdentity("merging", why);
    }
}
