package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.Cause;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.query.FilterJson;
import io.hemai.records.store.MassActStore;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mass acts on records that are there: started, watched, stopped and undone here, done in the background. */
@Component
public class BulkActs {
    private static final int NEWEST = 50;

    private final RunContext with;
    private final BulkParts parts;
    private final MassActs acts;
    private final Gate gate;
    private final Backlog backlog;
    private final TransferWorker worker;
    private final Clock clock;

    BulkActs(
            RunContext with,
            BulkParts parts,
            MassActs acts,
            Gate gate,
            Backlog backlog,
            TransferWorker worker,
            Clock clock) {
        this.with = with;
        this.parts = parts;
        this.acts = acts;
        this.gate = gate;
        this.backlog = backlog;
        this.worker = worker;
        this.clock = clock;
    }

    /** Chooses the records and has done with them what is wanted; what is wrong with the request is refused at once. */
    public MassActStore.Job start(BulkRequest request) {
        RecordId id = RecordId.next();
        worker.announce(id, BulkTask.KIND);
        MassActStore.Job job = with.records().together(() -> start(id, request));
        worker.wake(id, BulkTask.KIND);
        return job;
    }

    private MassActStore.Job start(RecordId id, BulkRequest request) {
        ObjectType type = with.metadata()
                .current()
                .find(request.object())
                .orElseThrow(() -> Refusal.of(RecordsError.UNKNOWN_OBJECT, request.object()));
        BulkSettings settings = checked(type, request);
        backlog.look();
        Query query = Query.of(type.name()).where(FilterJson.read(request.filter()));
        long total = parts.chosen().choose(id, query, request.ids(), Limits.BULK);
        if (total > Limits.BULK) {
            throw Refusal.of(TransferError.BULK_TOO_MANY, Limits.BULK);
        }
        Long expected = request.expected();
        if (expected != null && expected != total) {
            throw Refusal.of(TransferError.BULK_COUNT, expected, total).with("count", total);
        }
        MassActStore.Job job = MassActStore.Job.queued(
                id,
                BulkTask.KIND,
                type.name(),
                with.json().writeValueAsString(settings),
                total,
                "{}",
                OffsetDateTime.now(clock));
        backlog.requireRoom();
        with.store().create(job);
        return job;
    }

    private BulkSettings checked(ObjectType type, BulkRequest request) {
        Rights rights = gate.rights(Acting.who(), type);
        if (rights.read().equals(Filter.none())) {
            throw Refusal.of(RecordsError.UNKNOWN_OBJECT, type.name());
        }
        if (request.set() != null) {
            requireUpdate(type, rights);
            with.records().requireFit(type, request.set());
        } else if (request.members() != null) {
            requireUpdate(type, rights);
            request.members().requireFit(type, with.records());
        } else if (request.verb() != null) {
            Verb<?, ?> verb = parts.verbs().require(type, request.verb());
            if (!verb.inBulk()) {
                throw Refusal.ofField("verb", TransferError.BULK_VERB, verb.name());
            }
            parts.verbs().requirePermitted(verb, type);
            RunVerb.of(with, parts.verbs(), type, verb, request.input());
        }
        return new BulkSettings(
                request.set(),
                request.members(),
                request.verb(),
                request.input(),
                request.allowDuplicates(),
                Requester.of(Acting.who()));
    }

    private static void requireUpdate(ObjectType type, Rights rights) {
        if (rights.update().equals(Filter.none())) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
        }
    }

    /** An act of the person's own, or another's for who may see what everybody did and all that it was done to. */
    public MassActStore.Job find(RecordId id) {
        return acts.find(BulkTask.KIND, id, TransferError.BULK_NOT_FOUND);
    }

    /** The newest acts. */
    public List<MassActStore.Job> newest() {
        return acts.newest(BulkTask.KIND, null, NEWEST);
    }

    /** Stops an act where it stands; what is done can be undone. */
    public MassActStore.Job cancel(RecordId id) {
        MassActStore.Job job = find(id);
        requireInCharge(job);
        acts.cancel(job, TransferError.BULK_CANCELLED, TransferError.BULK_NOT_RUNNING);
        parts.chosen().forget(id);
        return find(id);
    }

    /** Queues taking an act back. */
    public MassActStore.Job undo(RecordId id) {
        MassActStore.Job job = find(id);
        requireInCharge(job);
        acts.undo(job, Cause.ofMany("undo of bulk of " + job.total()), TransferError.BULK_NOT_UNDOABLE);
        return find(id);
    }

    /** Whose act it is may still change records of the object; anybody else may change every one of them. */
    private void requireInCharge(MassActStore.Job job) {
        ObjectType type = with.metadata().current().require(job.object());
        requireUpdate(type, gate.rights(Acting.who(), type));
        acts.requireInCharge(job);
    }
}
