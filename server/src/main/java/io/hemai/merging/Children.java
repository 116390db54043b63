package io.hemai.merging;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Moves what leads to some records so that it leads to another one, and back; chunks of an object's records at a time. */
@Component
class Children {
    /** Links that one merge moves; with what else it notes they are read again in one part. */
    private static final int MOST_MOVED = 9_000;

    private final Records records;
    private final Metadata metadata;

    Children(Records records, Metadata metadata) {
        this.records = records;
        this.metadata = metadata;
    }

    /** Refuses to move more than can be moved back, and what cannot lead to one record together. */
    boolean requireMovable(ObjectType target, Set<RecordId> from, RecordId to) {
        long links = 0;
        for (Referring referring : referring(target)) {
            requireOneEach(referring, from, to);
            for (Filter leads : referring.eachLeadingTo(from)) {
                links += records.count(referring.child().name(), leads);
            }
        }
        if (links > MOST_MOVED) {
            throw Refusal.of(MergeError.TOO_MUCH_LEADS, MOST_MOVED);
        }
        return true;
    }

    private void requireOneEach(Referring referring, Set<RecordId> from, RecordId to) {
        Set<RecordId> all = new HashSet<>(from);
        all.add(to);
        for (Field<RecordId> link : referring.links()) {
            if (link.has(Trait.UNIQUE) && records.count(referring.child().name(), link.in(all)) > 1) {
                throw Refusal.of(MergeError.ONLY_ONE_LEADS, referring.child().label(), link.label());
            }
        }
    }

    private List<Referring> referring(ObjectType target) {
        return metadata.current().all().stream()
                .filter(child -> !child.is(ObjectTrait.INTERNAL))
                .map(child -> Referring.of(child, target))
                .filter(Referring::isAny)
                .toList();
    }

    /** Moves everything, over every link of every object; says what was moved. */
    List<Move> move(ObjectType target, Set<RecordId> from, RecordId to, String why) {
        List<Move> moves = new ArrayList<>();
        referring(target).forEach(referring -> move(referring, from, to, why, moves));
        return moves;
    }

    private void move(Referring referring, Set<RecordId> from, RecordId to, String why, List<Move> moves) {
        Query query = Query.of(referring.child().name())
                .where(referring.leadingTo(from))
                .limit(Limits.CHUNK);
        About survivor = new About(referring.target().name(), to);
        List<Row> chunk;
        do {
            chunk = records.list(query);
            Map<RecordId, Row> rows = records.lockedRows(
                    referring.child(), chunk.stream().map(Row::id).toList());
            List<Change> changes = new ArrayList<>();
            for (Row row : rows.values()) {
                Map<String, About> leading = referring.leading(row, from);
                Map<String, About> elsewhere = new HashMap<>();
                leading.forEach((field, former) -> {
                    moves.add(new Move(MoveKind.MOVED, new About(row.type().name(), row.id()), field, former));
                    elsewhere.put(field, survivor);
                });
                if (!leading.isEmpty()) {
                    changes.add(change(referring, row, elsewhere, why));
                }
            }
            write(referring.child(), changes);
        } while (chunk.size() == Limits.CHUNK);
    }

    /**
     * Moves back what still leads where it was moved to; says what was left because it has changed since.
     *
     * @param back the records that are there again
     */
    List<Move> moveBack(ObjectType target, RecordId from, List<Move> moves, Set<RecordId> back, String why) {
        Predicate<Move> returns =
                move -> move.former() != null && back.contains(move.former().id());
        List<Move> left =
                new ArrayList<>(moves.stream().filter(returns.negate()).toList());
        moves.stream()
                .filter(returns)
                .collect(Collectors.groupingBy(m -> m.record().object()))
                .forEach((object, some) -> metadata.current()
                        .find(object)
                        .ifPresentOrElse(
                                child -> left.addAll(moveBack(Referring.of(child, target), from, some, why)),
                                () -> left.addAll(some)));
        return left;
    }

    private List<Move> moveBack(Referring referring, RecordId from, List<Move> moves, String why) {
        Map<RecordId, List<Move>> byRecord =
                moves.stream().collect(Collectors.groupingBy(m -> m.record().id()));
        Map<RecordId, Row> rows = records.lockedRows(referring.child(), byRecord.keySet());
        List<Move> left = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        byRecord.forEach((id, some) -> {
            Row row = rows.get(id);
            Map<String, About> leading = row == null ? Map.of() : referring.leading(row, Set.of(from));
            Map<String, About> back = new HashMap<>();
            for (Move move : some) {
                if (row != null && (leading.containsKey(move.field()) || emptied(row, from, move.field()))) {
                    back.put(move.field(), Objects.requireNonNull(move.former()));
                } else {
                    left.add(move);
                }
            }
            if (row != null && !back.isEmpty()) {
                changes.add(change(referring, row, back, why));
            }
        });
        for (int at = 0; at < changes.size(); at += Limits.CHUNK) {
            write(referring.child(), changes.subList(at, Math.min(at + Limits.CHUNK, changes.size())));
        }
        return left;
    }

    /** What would have led to itself was emptied. */
    private static boolean emptied(Row row, RecordId from, String field) {
        return row.id().equals(from)
                && row.type().field(field).filter(f -> row.value(f) == null).isPresent();
    }

    private static Change change(Referring referring, Row row, Map<String, About> fields, String why) {
        Change change = Change.update(row.type(), row.id(), null, referring.leadingElsewhere(row, fields), true);
        change.because(why);
        return change;
    }

    private void write(ObjectType type, Collection<Change> changes) {
        if (!changes.isEmpty()) {
            records.write(type, List.copyOf(changes), WriteOptions.USUAL.allowingDuplicates());
        }
    }

    /** The records themselves, deleted into the bin by whoever merges them. */
    void delete(ObjectType type, Collection<RecordId> gone, String why) {
        List<Change> changes = new ArrayList<>();
        for (RecordId id : gone) {
            Change change = Change.delete(type, id, null);
            change.because(why);
            changes.add(change);
        }
        records.write(type, changes, WriteOptions.USUAL.entitling());
    }

    /** Whether the field is one that a merge fills when it is empty. */
    static boolean fills(ObjectType type, Field<?> field) {
        return !field.has(Trait.READ_ONLY)
                && CommonFields.of(type.is(ObjectTrait.OWNED)).stream()
                        .noneMatch(f -> f.name().equals(field.name()));
    }
}
