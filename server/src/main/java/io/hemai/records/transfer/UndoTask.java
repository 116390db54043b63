package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.MassActTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a mass act back in the background, its chunks from the last to the first, as far as nobody worked on since. */
@Component
class UndoTask implements TransferTask {
    static final String KIND = "undo";

    private final RunContext with;
    private final UndoParts parts;
    private final Clock clock;

    UndoTask(RunContext with, UndoParts parts, Clock clock) {
        this.with = with;
        this.parts = parts;
        this.clock = clock;
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
        Undone undone = with.json().readValue(Objects.requireNonNull(job.undone()), Undone.class);
        Identity who = undone.requester().identity(undone.cause().why());
        undone.cause()
                .call(() -> Acting.call(who, () -> {
                    Undone all = back(job, undone, worker);
                    with.transactions().write(() -> {
                        hold(id, worker);
                        Undone finished = all.finished(OffsetDateTime.now(clock));
                        with.store().undone(id, with.json().writeValueAsString(finished));
                        with.store().finish(id, worker, JobState.UNDONE, null);
                    });
                    return id;
                }));
    }

    private Undone back(MassActStore.Job job, Undone begun, UUID worker) {
        Undone undone = begun;
        Optional<Long> place = parts.trail().chunkBefore(job.id(), undone.place());
        while (place.isPresent()) {
            with.halt().check();
            long at = place.get();
            Undone sofar = undone;
            List<MassActTrail.Step> steps = parts.trail().steps(job.id(), at, job.object()).stream()
                    .filter(step -> begun.tries(step.record()))
                    .toList();
            undone = parts.now()
                    .call(
                            begun.requester(),
                            () -> with.transactions().write(() -> {
                                hold(job.id(), worker);
                                ObjectType type = with.metadata().current().require(job.object());
                                MassActs.requireInCharge(with.gate(), type, job);
                                Undone more = new UndoChunk(parts, with, job, type).takeBack(steps, sofar, at);
                                with.store().undone(job.id(), with.json().writeValueAsString(more));
                                return more;
                            }));
            place = parts.trail().chunkBefore(job.id(), at);
        }
        return undone;
    }

    private void hold(RecordId job, UUID worker) {
        if (!with.store().holds(job, worker)) {
            throw new LeaseLost();
        }
    }

    @Override
    public void fail(RecordId job, UUID worker, RuntimeException reason) {
        with.failed(job, worker, reason, TransferError.UNDO_FAILED);
    }
}
