package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.ImportSurveys;
import io.hemai.records.store.JobState;
import io.hemai.records.store.Labels;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.PendingLinks;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.ProblemTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What every run of a mass act works with. */
@Component
record RunContext(
        MassActStore store,
        MassActProblems problems,
        PendingLinks pending,
        ImportSurveys surveys,
        Records records,
        Metadata metadata,
        Gate gate,
        Lookup lookup,
        Labels labels,
        ValueContexts contexts,
        TenantTransactions transactions,
        FileShelf shelf,
        Halt halt,
        ProblemTexts texts,
        JsonMapper json) {

    /** What is wrong with a row, in both languages, its cells with the first. */
    List<MassActProblems.RowProblem> told(ImportedRow row) {
        List<MassActProblems.RowProblem> told = new ArrayList<>();
        for (ImportedRow.Found found : row.problems()) {
            told.add(told(
                    row.line(), found.column(), found.value(), found.problem(), told.isEmpty() ? row.cells() : null));
        }
        return told;
    }

    /** A problem in both languages. */
    MassActProblems.RowProblem told(
            long line, @Nullable String column, @Nullable String value, Problem problem, @Nullable List<String> cells) {
        return new MassActProblems.RowProblem(
                line,
                column,
                value,
                problem.code().code(),
                texts.message(problem, Locale.SIMPLIFIED_CHINESE),
                texts.message(problem, Locale.ENGLISH),
                cells);
    }

    /**
     * Ends an act that cannot be done, with the refusal that is the reason, or else with the other code; false when somebody else does
     * it now.
     */
    boolean failed(RecordId job, UUID worker, RuntimeException reason, ErrorCode otherwise) {
        Refusal told = reason instanceof Refusal refused ? refused : Refusal.of(otherwise);
        return store.finish(job, worker, JobState.FAILED, error(told));
    }

    /** A refusal as the error of a job: its code, and its text in both languages. */
    String error(Refusal refused) {
        return json.writeValueAsString(new JobError(
                refused.code().code(),
                texts.detail(refused, Locale.SIMPLIFIED_CHINESE),
                texts.detail(refused, Locale.ENGLISH)));
    }
}
