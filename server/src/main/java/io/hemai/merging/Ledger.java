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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * What a merge did.
     *
     * @param merge the merge
     */
    record Line(RecordId merge, Move move) {}

    void write(Row survivor, List<Move> moves, Instant now) {
        RecordId made = records.create(
                merge,
                Values.of(merge.name, survivor.label())
                        .set(merge.survivor, new About(survivor.type().name(), survivor.id()))
                        .set(merge.mergedAt, now));
        add(moves.stream().map(m -> new Line(made, m)).toList());
    }

    /** Notes what merges did besides. */
    void add(List<Line> lines) {
        for (int from = 0; from < lines.size(); from += Limits.BATCH) {
            records.create(
                    move,
                    lines.subList(from, Math.min(from + Limits.BATCH, lines.size())).stream()
                            .map(this::values)
                            .toList());
        }
    }

    private Values values(Line line) {
        Move done = line.move();
        return Values.of(move.merge, line.merge())
                .set(move.kind, done.kind())
                .set(move.record, done.record())
                .set(move.field, done.field().isEmpty() ? null : done.field())
                .set(move.former, done.former());
    }

    /** The newest merge into the record that is not undone and happened since. */
    Optional<Row> newest(RecordId survivor, Instant since) {
        return records.find(Query.of(merge)
                .where(Filter.leaf(merge.survivor.name(), Op.EQ, survivor))
                .where(merge.undoneAt.isEmpty())
                .where(merge.mergedAt.atLeast(since))
                .sort(Sort.byDescending(merge.mergedAt)));
    }

    /** What the merge did, read in parts by their time: fewer than a part are noted at once. */
    List<Move> moves(RecordId of) {
        return lines(Query.of(move).where(move.merge.is(of))).map(this::move).toList();
    }

    private Stream<Row> lines(Query query) {
        Map<RecordId, Row> lines = new LinkedHashMap<>();
        Instant from = Instant.EPOCH;
        List<Row> part;
        do {
            part = records.list(query.where(CommonFields.CREATED_AT.atLeast(from))
                    .sort(Sort.by(CommonFields.CREATED_AT))
                    .limit(Limits.BATCH));
            int before = lines.size();
            part.forEach(row -> lines.put(row.id(), row));
            if (lines.size() == before) {
                break;
            }
            from = part.getLast().require(CommonFields.CREATED_AT);
        } while (part.size() == Limits.BATCH);
        return lines.values().stream();
    }

    private Move move(Row row) {
        return new Move(
                row.require(move.kind),
                row.require(move.record),
                Objects.requireNonNullElse(row.value(move.field), ""),
                row.value(move.former));
    }

    /** Links that merges moved which were undone since, by the record that is left; the newest merges first. */
    Map<About, List<Move>> stayed(String object, String field, Instant since) {
        List<Row> rows = lines(Query.of(move)
                        .where(move.kind.is(MoveKind.MOVED))
                        .where(move.field.is(field))
                        .where(Filter.leaf("merge.undone_at", Op.GE, since)))
                .filter(row -> row.require(move.record).object().equals(object))
                .toList();
        Map<RecordId, Row> made = merges(rows);
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> mergeOf(row, made).require(merge.mergedAt))
                        .reversed())
                .collect(Collectors.groupingBy(
                        row -> mergeOf(row, made).require(merge.survivor),
                        LinkedHashMap::new,
                        Collectors.mapping(this::move, Collectors.toList())));
    }

    private Row mergeOf(Row line, Map<RecordId, Row> made) {
        return Objects.requireNonNull(made.get(line.require(move.merge)));
    }

    private Map<RecordId, Row> merges(List<Row> lines) {
        return records.rows(
                merge.name(), lines.stream().map(row -> row.require(move.merge)).toList());
    }

    void undone(RecordId of, Instant now, String why) {
        records.update(merge, of, Values.of(merge.undoneAt, now), why);
    }

    /** Those of the records into which others went, in merges that were not undone. */
    Set<RecordId> survivors(Collection<RecordId> of) {
        return records
                .list(Query.of(merge)
                        .where(Filter.leaf(merge.survivor.name(), Op.IN, List.copyOf(of)))
                        .where(merge.undoneAt.isEmpty())
                        .limit(Limits.BATCH))
                .stream()
                .map(row -> row.require(merge.survivor).id())
                .collect(Collectors.toSet());
    }

    /** The merge into which each of the others went last. */
    Map<RecordId, MergedOn.Step> absorbed(Collection<RecordId> gone) {
        List<Row> lines = records.list(Query.of(move)
                .where(Filter.leaf(move.record.name(), Op.IN, List.copyOf(gone)))
                .where(move.kind.is(MoveKind.ABSORBED))
                .where(Filter.leaf("merge.undone_at", Op.EMPTY, null))
                .sort(Sort.byDescending(CommonFields.CREATED_AT))
                .limit(Limits.BATCH));
        Map<RecordId, Row> made = merges(lines);
        Map<RecordId, MergedOn.Step> into = new HashMap<>();
        lines.forEach(row -> {
            RecordId former = row.require(move.record).id();
            Row merged = mergeOf(row, made);
            into.putIfAbsent(former, new MergedOn.Step(merged.id(), former, merged.require(merge.survivor)));
        });
        return into;
    }
}
