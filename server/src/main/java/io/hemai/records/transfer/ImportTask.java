package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.journal.ActorKind;
import io.hemai.journal.Cause;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import io.hemai.records.transfer.file.Table;
import io.hemai.records.transfer.file.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings in a file in the background. */
@Component
class ImportTask implements TransferTask {
    static final String KIND = "import";

    private final RunContext with;
    private final RightsOfNow now;
    private final ErrorColumns errorColumns;

    ImportTask(RunContext with, RightsOfNow now, ErrorColumns errorColumns) {
        this.with = with;
        this.now = now;
        this.errorColumns = errorColumns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RecordId id, UUID worker) {
        if (!with.store().begin(id, worker)) {
            return;
        }
        MassActStore.Job job = job(id);
        ImportSettings settings = with.json().readValue(job.settings(), ImportSettings.class);
        String why = "import " + settings.fileName();
        new Cause(ActorKind.IMPORT, why)
                .call(() -> Acting.call(settings.requester().identity(why), () -> {
                    bring(job(id), settings, worker);
                    with.store().finish(id, worker, JobState.DONE, null);
                    return id;
                }));
    }

    private MassActStore.Job job(RecordId id) {
        return with.store().find(id).orElseThrow();
    }

    private void bring(MassActStore.Job job, ImportSettings settings, UUID worker) {
        try (TableFile file =
                TableFile.open(with.shelf().imported(settings.file()), settings.fileName(), settings.textForm())) {
            Table table = errorColumns.without(settings.sheet() == null ? file.table() : file.table(settings.sheet()));
            try (ImportRun run =
                    now.call(settings.requester(), () -> new ImportRun(with, now, job, settings, table, worker))) {
                while (!now.call(settings.requester(), run::go)) {
                    // rights or fields have changed meanwhile: the rest comes in as they are now
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fail(RecordId job, UUID worker, RuntimeException reason) {
        with.failed(job, worker, reason, TransferError.FAILED);
    }
}
