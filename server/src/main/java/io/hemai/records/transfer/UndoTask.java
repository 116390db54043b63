package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.WorkTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a mass act back in the background, record by record, as far as nobody worked on them since. */
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

    /** First come the records that the act changed, which may lead to those that it made; then these. */
    private Undone back(MassActStore.Job job, Undone begun, UUID worker) {
        Undone undone = gathered(job, begun, worker);
        boolean made = false;
        while (true) {
            with.halt().check();
            Undone sofar = undone;
            boolean making = made;
            Optional<Undone> more = parts.now()
                    .call(
                            begun.requester(),
                            () -> with.transactions().write(() -> {
                                hold(job.id(), worker);
                                return some(job, sofar, making);
                            }));
            if (more.isPresent()) {
                undone = more.get();
            } else if (made) {
                return undone;
            } else {
                made = true;
            }
        }
    }

    /** Notes which records the act touched, each once, so that each is decided about once. */
    private Undone gathered(MassActStore.Job job, Undone begun, UUID worker) {
        Undone undone = begun;
        Optional<Long> place = parts.trail().chunkAfter(job.id(), Objects.requireNonNullElse(undone.gathered(), 0L));
        while (place.isPresent()) {
            with.halt().check();
            long chunk = place.get();
            Undone sofar = undone.gathering(chunk);
            with.transactions().write(() -> {
                hold(job.id(), worker);
                parts.records().gather(job.id(), chunk, job.object());
                with.store().undone(job.id(), with.json().writeValueAsString(sofar));
            });
            undone = sofar;
            place = parts.trail().chunkAfter(job.id(), chunk);
        }
        return undone;
    }

    /** Empty when there is nothing left to decide about. */
    private Optional<Undone> some(MassActStore.Job job, Undone sofar, boolean made) {
        ObjectType type = with.metadata().current().require(job.object());
        MassActs.requireInCharge(with.gate(), type, job);
        List<RecordId> next =
                made ? parts.records().made(job.id(), type) : parts.records().changed(job.id());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        UndoChunk chunk =
                new UndoChunk(parts, with, new WorkTrail.Work.MassAct(job.id()), MassActs.own(job), type, next);
        Undone more = made
                ? sofar.more(chunk.takeAway(), 0, chunk.left().values())
                : sofar.more(0, chunk.putBack(), chunk.left().values());
        parts.records().decided(job.id(), next, chunk.left().keySet());
        with.store().undone(job.id(), with.json().writeValueAsString(more));
        return Optional.of(more);
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
