package io.hemai.records.transfer;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row on its way into a record: its cells, the values read from them, and what is wrong. */
final class ImportedRow {
    private final long line;
    private final List<String> cells;
    private final int fileRows;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<Target, String> links = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Found> problems = new ArrayList<>();
    private final List<Found> unforeseen = new ArrayList<>();
    private final List<Consumer<Notes>> onceIn = new ArrayList<>();

    /**
     * @param fileRows rows of the file that it takes up; more than one when a broken row was mended
     */
    ImportedRow(long line, List<String> cells, int fileRows) {
        this.line = line;
        this.cells = cells;
        this.fileRows = fileRows;
    }

    /** A problem and the cell it is about; both null when it is about the whole row. */
    record Found(@Nullable String column, @Nullable String value, Problem problem) {}

    /** A link that is set when all rows of the file are in. */
    record Pending(Target target, String value) {}

    long line() {
        return line;
    }

    List<String> cells() {
        return cells;
    }

    int fileRows() {
        return fileRows;
    }

    /** The values by field, as the write takes them. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    /** What cells of links say, to be looked up for many rows together. */
    Map<Target, String> links() {
        return links;
    }

    List<Pending> pending() {
        return pending;
    }

    void refuse(@Nullable Target target, @Nullable String value, ErrorCode code, Object... args) {
        problems.add(new Found(target == null ? null : target.column(), value, Problem.of(null, code, args)));
    }

    /** Refuses it for good. */
    void refuse(Found found) {
        problems.add(found);
    }

    /** Takes over what the write found wrong, in place of what an earlier try found. */
    void refused(List<Found> found) {
        unforeseen.clear();
        unforeseen.addAll(found);
    }

    boolean isRefused() {
        return !problems.isEmpty() || !unforeseen.isEmpty();
    }

    /** Whether reading it already showed that it cannot go in. */
    boolean isUnfit() {
        return !problems.isEmpty();
    }

    List<Found> problems() {
        List<Found> all = new ArrayList<>(problems);
        all.addAll(unforeseen);
        return all;
    }

    /** Keeps what is to be told of the row if it goes in. */
    void onceIn(Consumer<Notes> telling) {
        onceIn.add(telling);
    }

    void tell(Notes notes) {
        onceIn.forEach(telling -> telling.accept(notes));
    }

    /** The record that it became, for links that wait; set by the write. */
    private @Nullable RecordId record;

    @Nullable
    RecordId record() {
        return record;
    }

    void became(RecordId id) {
        record = id;
    }
}
