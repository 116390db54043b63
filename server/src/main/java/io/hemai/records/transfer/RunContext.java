package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.database.RawSql;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.ValueContexts;
import io.hemai.records.store.ImportStore;
import io.hemai.records.store.PendingLinks;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.ProblemTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What every run of an import works with. */
@Component
record RunContext(
        ImportStore store,
        PendingLinks pending,
        Records records,
        Metadata metadata,
        Gate gate,
        Lookup lookup,
        ValueContexts contexts,
        TenantTransactions transactions,
        RawSql sql,
        FileShelf shelf,
        ProblemTexts texts,
        JsonMapper json) {

    /** What is wrong with a row, in both languages, its cells with the first. */
    List<ImportStore.RowProblem> told(ImportedRow row) {
        List<ImportStore.RowProblem> told = new ArrayList<>();
        for (ImportedRow.Found found : row.problems()) {
            told.add(new ImportStore.RowProblem(
                    row.line(),
                    found.column(),
                    found.value(),
                    found.problem().code().code(),
                    texts.message(found.problem(), Locale.SIMPLIFIED_CHINESE),
                    texts.message(found.problem(), Locale.ENGLISH),
                    told.isEmpty() ? row.cells() : null));
        }
        return told;
    }

    /** A refusal as the error of a job: its code, and its text in both languages. */
    String error(Refusal refused) {
        return json.writeValueAsString(new JobError(
                refused.code().code(),
                texts.detail(refused, Locale.SIMPLIFIED_CHINESE),
                texts.detail(refused, Locale.ENGLISH)));
    }

    /** Keeps other imports from matching against the object's records until the transaction ends. */
    void matchAlone(String object) {
        sql.lock("import " + CurrentTenant.get().id() + " " + object);
    }
}
