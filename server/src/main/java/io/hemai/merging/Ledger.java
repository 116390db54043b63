package io.hemai.merging;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What merges did, kept so that they can be undone and the old ids still be followed. */
@Component
class Ledger {
    private final MergeObject merge;
    private final MergeMoveObject move;
    private final Records records;

    Ledger(MergeObject merge, MergeMoveObject move, Records records) {
        this.merge = merge;
        this.move = move;
        this.records = records;
    }

    void write(Row survivor, List<Move> moves, Instant now) {
        RecordId made = records.create(
                merge,
                Values.of(merge.name, survivor.label())
                        .set(merge.survivor, new About(survivor.type().name(), survivor.id()))
                        .set(merge.mergedAt, now));
        List<Values> lines = moves.stream()
                .map(m -> Values.of(move.merge, made)
                        .set(move.kind, m.kind())
                        .set(move.record, m.record())
                        .set(move.field, m.field().isEmpty() ? null : m.field())
                        .set(move.former, m.former()))
                .toList();
        records.create(move, lines);
    }

    /** The newest merge into the record that is not undone and happened since. */
    Optional<Row> newest(RecordId survivor, Instant since) {
        return records.find(Query.of(merge)
                .where(Filter.leaf(merge.survivor.name(), Op.EQ, survivor))
                .where(merge.undoneAt.isEmpty())
                .where(merge.mergedAt.atLeast(since))
                .sort(Sort.byDescending(merge.mergedAt)));
    }

    List<Move> moves(RecordId of) {
        return records.linked(move, move.merge, List.of(of)).stream()
                .map(row -> new Move(
                        row.require(move.kind),
                        row.require(move.record),
                        Objects.requireNonNullElse(row.value(move.field), ""),
                        row.value(move.former)))
                .toList();
    }

    void undone(RecordId of, Instant now, String why) {
        records.update(merge, of, Values.of(merge.undoneAt, now), why);
    }

    /** The record into which each of the others went last. */
    Map<RecordId, About> successors(Collection<RecordId> gone) {
        List<Row> moves = records.list(Query.of(move)
                .where(Filter.leaf(move.record.name(), Op.IN, List.copyOf(gone)))
                .where(move.kind.is(MoveKind.ABSORBED))
                .where(Filter.leaf("merge.undone_at", Op.EMPTY, null))
                .sort(Sort.byDescending(CommonFields.CREATED_AT))
                .limit(Limits.BATCH));
        Map<RecordId, Row> made = records.rows(
                merge.name(), moves.stream().map(row -> row.require(move.merge)).toList());
        Map<RecordId, About> into = new HashMap<>();
        moves.forEach(row -> into.putIfAbsent(
                row.require(move.record).id(),
                Objects.requireNonNull(made.get(row.require(move.merge))).require(merge.survivor)));
        return into;
    }
}
