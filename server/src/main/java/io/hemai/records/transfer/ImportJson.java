package io.hemai.records.transfer;

import io.hemai.metadata.Wording;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import io.hemai.records.transfer.file.CsvTableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Imports as answers: as JSON, and their problem rows as a file that can be mended and brought in again. */
@Component
public class ImportJson {
    private static final int PROBLEMS = 100;

    private final RunContext with;
    private final MassActJson shared;
    private final ImportProblemsJson problems;
    private final ErrorColumns errorColumns;
    private final Wording wording;

    ImportJson(
            RunContext with,
            MassActJson shared,
            ImportProblemsJson problems,
            ErrorColumns errorColumns,
            Wording wording) {
        this.shared = shared;
        this.with = with;
        this.problems = problems;
        this.errorColumns = errorColumns;
        this.wording = wording;
    }

    /** The import in short. */
    public Map<String, Object> brief(MassActStore.Job job, Locale reader) {
        ImportSettings settings = with.json().readValue(job.settings(), ImportSettings.class);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", job.id().toString());
        answer.put("status", job.state().code());
        answer.put("object", job.object());
        answer.put("file", Map.of("name", settings.fileName(), "size", settings.fileSize()));
        answer.put("mode", settings.mode().code());
        answer.put("match", settings.match());
        answer.put("duplicates", (settings.skipsDuplicates() ? ImportDuplicates.SKIP : ImportDuplicates.ALLOW).code());
        answer.put("dry_run", settings.dryRun());
        answer.put("look", settings.isLook());
        answer.put("from", settings.from());
        answer.put("repair", settings.repair());
        answer.put("total", job.total() == MassActStore.UNCOUNTED ? null : job.total());
        answer.put("processed", job.counts().processed());
        answer.put("created", job.counts().created());
        answer.put("updated", job.counts().updated());
        answer.put("unchanged", job.counts().unchanged());
        answer.put("failed", job.counts().failed());
        shared.ends(job, reader, answer);
        return answer;
    }

    /** The import with its problems, warnings, fixes, mapping and proposal. */
    public Map<String, Object> whole(MassActStore.Job job, Locale reader) {
        ImportSettings settings = with.json().readValue(job.settings(), ImportSettings.class);
        Map<String, Object> answer = brief(job, reader);
        answer.put("problems", problems.first(job, PROBLEMS, reader));
        answer.put("kinds", job.finishedAt() == null ? List.of() : problems.kinds(job, reader));
        notes(job, reader, answer);
        answer.put("sheet", settings.sheet());
        answer.put("encoding", settings.textForm().encoding());
        answer.put("delimiter", settings.textForm().delimiter());
        answer.put("mapping", mapping(settings.mapping()));
        answer.put("proposal", with.json().readTree(job.proposal()));
        shared.undo(job, reader, answer);
        return answer;
    }

    private void notes(MassActStore.Job job, Locale reader, Map<String, Object> answer) {
        Notes.Kept notes = Notes.read(job.notes(), with.json()).kept();
        List<Map<String, Object>> warnings = new ArrayList<>();
        for (Notes.Warning warning : Notes.orNone(notes.warnings())) {
            warnings.add(Map.of(
                    "column", warning.column(),
                    "code", warning.code(),
                    "value", warning.value(),
                    "rows", warning.rows(),
                    "first_rows", warning.firstRows(),
                    "message",
                            wording.text(
                                    "error." + warning.code(),
                                    reader,
                                    warning.value(),
                                    warning.rows(),
                                    firstRows(warning, reader))));
        }
        List<Map<String, Object>> repairs = new ArrayList<>();
        for (Notes.MendedRow row : Notes.orNone(notes.repairs())) {
            repairs.add(Map.of(
                    "row", row.row(),
                    "reason", row.reason(),
                    "message",
                            wording.text(
                                    "repair." + row.reason(), reader, row.args().toArray()),
                    "cells", row.cells()));
        }
        answer.put("warnings", warnings);
        answer.put("fixes", Notes.orNone(notes.fixes()));
        answer.put("repairs", repairs);
        answer.put("repairable", notes.repaired() == null ? 0L : notes.repaired());
    }

    private String firstRows(Notes.Warning warning, Locale reader) {
        Stream<String> rows = warning.firstRows().stream().map(String::valueOf);
        Stream<String> more = warning.rows() > warning.firstRows().size() ? Stream.of("…") : Stream.empty();
        return Stream.concat(rows, more).collect(Collectors.joining(wording.text("import.rows.and", reader)));
    }

    private static Map<String, Object> mapping(Mapping mapping) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (Mapping.ColumnMapping column : mapping.columns()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", column.column());
            one.put("field", column.field());
            if (column.format() != null) {
                one.put("format", column.format());
            }
            if (!column.values().isEmpty()) {
                one.put("values", column.values());
            }
            if (column.unknown() != null) {
                one.put("unknown", column.unknown().name().toLowerCase(Locale.ROOT));
            }
            columns.add(one);
        }
        return Map.of("columns", columns, "constants", mapping.constants());
    }

    /** The problem rows as CSV: line, what is wrong, then the row as the file has it. */
    public void errors(MassActStore.Job job, Locale reader, OutputStream out) {
        try (CsvTableWriter csv = new CsvTableWriter(out)) {
            List<String> columns = with.json().readValue(job.proposal(), Proposal.class).columns().stream()
                    .map(Proposal.Guess::column)
                    .toList();
            List<String> header = new ArrayList<>(errorColumns.names(reader));
            header.addAll(columns);
            csv.header(header);
            ErrorRows rows = new ErrorRows(csv, wording, reader);
            with.problems().each(job.id(), problem -> rows.add(problem, MassActJson.message(problem, reader)));
            rows.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Joins the problems of a row into one line of the file. */
    private static final class ErrorRows {
        private final CsvTableWriter csv;
        private final Wording wording;
        private final Locale reader;
        private final List<String> reasons = new ArrayList<>();
        private List<String> cells = List.of();
        private long line = -1;

        ErrorRows(CsvTableWriter csv, Wording wording, Locale reader) {
            this.csv = csv;
            this.wording = wording;
            this.reader = reader;
        }

        void add(MassActProblems.RowProblem problem, String message) {
            if (problem.line() != line) {
                end();
                line = problem.line();
                cells = problem.cells() == null ? List.of() : problem.cells();
            }
            reasons.add(
                    problem.column() == null
                            ? message
                            : wording.text("import.errors.cell", reader, problem.column(), message));
        }

        /** One sentence, since a full stop before a semicolon reads badly. */
        private String joined() {
            String last = reasons.removeLast();
            return Stream.concat(reasons.stream().map(reason -> reason.replaceFirst("[.。]$", "")), Stream.of(last))
                    .collect(Collectors.joining(wording.text("import.errors.and", reader)));
        }

        void end() {
            if (!reasons.isEmpty()) {
                List<String> row = new ArrayList<>();
                row.add(String.valueOf(line));
                row.add(joined());
                row.addAll(cells);
                csv.texts(row);
                reasons.clear();
            }
        }
    }
}
