package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.journal.Cause;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does a bulk act in the background, as the person who asked for it and within that person's rights. */
@Component
class BulkTask implements TransferTask {
    static final String KIND = "bulk";

    private final RunContext with;
    private final BulkParts parts;

    BulkTask(RunContext with, BulkParts parts) {
        this.with = with;
        this.parts = parts;
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
        MassActStore.Job job = with.store().find(id).orElseThrow();
        BulkSettings settings = with.json().readValue(job.settings(), BulkSettings.class);
        String why = "bulk of " + job.total();
        try {
            Cause.ofMany(why)
                    .call(() -> Acting.call(settings.requester().identity(why), () -> {
                        new BulkRun(with, parts, job, settings, worker).run();
                        if (with.store().finish(id, worker, JobState.DONE, null)) {
                            parts.chosen().forget(id);
                        }
                        return id;
                    }));
        } catch (Refusal stopped) {
            fail(id, worker, stopped);
        }
    }

    @Override
    public void fail(RecordId job, UUID worker, RuntimeException reason) {
        if (with.failed(job, worker, reason, TransferError.BULK_FAILED)) {
            parts.chosen().forget(job);
        }
    }
}
