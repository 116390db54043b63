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
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Span;
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
import java.util.stream.Collectors;
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
    private final MergeTrail trail;
    private final FormerValues former;
    private final Bin bin;
    private final KeptTwice twice;
    private final Clock clock;

    Merges(
            Records records,
            Children children,
            Ledger ledger,
            MergeTrail trail,
            FormerValues former,
            Bin bin,
            KeptTwice twice,
            Clock clock) {
        this.twice = twice;
        this.trail = trail;
        this.former = former;
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
        return asHemai(
                        MERGE,
                        () -> Optional.ofNullable(ledger.absorbed(List.of(gone)).get(gone)))
                .map(MergedOn.Step::into);
    }

    void merge(ObjectType type, RecordId survivor, Set<RecordId> absorbed, Map<String, @Nullable Object> fields) {
        Set<RecordId> all = new LinkedHashSet<>(absorbed);
        all.add(survivor);
        Map<RecordId, Row> standing = records.lockToChange(type, all);
        asHemai(MERGE, () -> children.requireMovable(type, absorbed, survivor));
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

    /**
     * What was put back, and what was left because it has changed since or may not be written.
     *
     * @param there absorbed records that had come back already
     */
    record Undone(List<RecordId> restored, List<RecordId> there, int moved, List<Move> left) {}

    /**
     * Takes the newest merge back as far as it still stands. Who does it could make it: may change what is left, and change and
     * delete what comes back.
     */
    Undone undo(ObjectType type, RecordId survivor) {
        Row standing = records.lockToChange(type, survivor);
        Instant now = clock.instant();
        Row newest = asHemai(UNDO, () -> ledger.newest(survivor, now.minus(UNDONE_WITHIN)))
                .orElseThrow(() -> Refusal.of(MergeError.NOTHING_TO_UNDO, UNDONE_WITHIN.toDays()));
        List<Move> moves = asHemai(UNDO, () -> ledger.moves(newest.id()));
        Absorbed absorbed = asHemai(UNDO, () -> absorbed(type, newest.id(), of(moves, MoveKind.ABSORBED)));
        List<Move> left = new ArrayList<>(absorbed.lost());
        // before anything comes back, so that a value that only one may have is free for it
        left.addAll(putBack(standing, newest.id(), moves, absorbed));
        asHemai(UNDO, () -> {
            absorbed.binned().forEach(id -> bin.restore(type.name(), id));
            return true;
        });
        requireMergeable(type, absorbed);
        return asHemai(UNDO, () -> {
            List<Move> moved = of(moves, MoveKind.MOVED);
            twice.bringBack(newest.id(), moved);
            List<Move> stayed = children.moveBack(type, survivor, moved, absorbed.back(), UNDO);
            ledger.undone(newest.id(), now, UNDO);
            left.addAll(stayed);
            return new Undone(absorbed.binned(), absorbed.there(), moved.size() - stayed.size(), left);
        });
    }

    /**
     * Where the absorbed records are.
     *
     * @param binned where the merge put them
     * @param there back already, by hand
     * @param lost deleted since for another reason, or for good
     */
    private record Absorbed(List<RecordId> binned, List<RecordId> there, List<Move> lost) {
        Set<RecordId> back() {
            Set<RecordId> back = new LinkedHashSet<>(binned);
            back.addAll(there);
            return back;
        }
    }

    private Absorbed absorbed(ObjectType type, RecordId made, List<Move> moves) {
        Set<RecordId> standing = records.rows(
                        type.name(), moves.stream().map(m -> m.record().id()).toList())
                .keySet();
        Absorbed absorbed = new Absorbed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Move move : moves) {
            RecordId id = move.record().id();
            if (standing.contains(id)) {
                absorbed.there().add(id);
            } else if (trail.deleted(made, type, id) && bin.holds(type.name(), id)) {
                absorbed.binned().add(id);
            } else {
                absorbed.lost().add(move);
            }
        }
        return absorbed;
    }

    /** Where an absorbed record is lost its values stand in the one that is left only, and stay there. */
    private List<Move> putBack(Row standing, RecordId made, List<Move> moves, Absorbed absorbed) {
        Set<String> filled = of(moves, MoveKind.FILLED).stream()
                .map(Move::field)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Span> spans = trail.changed(made, standing.type(), standing.id());
        of(moves, MoveKind.MOVED).stream()
                .filter(m -> m.record().id().equals(standing.id()))
                .forEach(m -> spans.remove(m.field()));
        List<Move> left = new ArrayList<>();
        for (String field : filled) {
            if (!absorbed.lost().isEmpty() || !spans.containsKey(field)) {
                spans.remove(field);
                left.add(FormerValues.kept(standing, field));
            }
        }
        left.addAll(former.putBack(standing, spans, UNDO));
        return left;
    }

    /** What comes back is told of by no more than the refusal: who may not merge it may not know of it. */
    private void requireMergeable(ObjectType type, Absorbed absorbed) {
        absorbed.back().stream().sorted().forEach(id -> {
            if (!records.mayDelete(type, id)) {
                throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
            }
        });
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
        return Acting.call(SystemIdentity.onBehalfOf(Acting.who(), why), work);
    }
}
