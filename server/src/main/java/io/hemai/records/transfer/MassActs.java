package io.hemai.records.transfer;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.journal.Cause;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.records.RecordsError;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.UndoRecords;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people may do with mass acts of every kind: watch, stop and undo their own, and those of others when they may see what
 * everybody did and all that it was done to.
 */
@Component
class MassActs {
    private static final int DAYS = 30;

    private final RunContext with;
    private final Gate gate;
    private final UndoRecords records;
    private final TransferWorker worker;
    private final Clock clock;

    MassActs(RunContext with, Gate gate, UndoRecords records, TransferWorker worker, Clock clock) {
        this.clock = clock;
        this.with = with;
        this.gate = gate;
        this.records = records;
        this.worker = worker;
    }

    MassActStore.Job find(String kind, RecordId id, ErrorCode unknown) {
        return with.store()
                .find(id)
                .filter(job -> job.kind().equals(kind) && (own(job) || seesOthers(job.object())))
                .orElseThrow(() -> Refusal.of(unknown));
    }

    static boolean own(MassActStore.Job job) {
        return Acting.user().map(u -> u.user().equals(job.createdBy())).orElse(false);
    }

    private boolean seesOthers(String object) {
        return audits()
                && with.metadata()
                        .current()
                        .find(object)
                        .filter(this::seesWhole)
                        .isPresent();
    }

    private boolean audits() {
        return Acting.who() instanceof SystemIdentity || gate.may(Acting.who(), AdminAbility.AUDIT);
    }

    /**
     * Acts tell values of any record and any field, of fields that are deleted and may come back, and of records that links
     * lead to: those of others do to who sees everything of the object and of what its links lead to anyway.
     */
    private boolean seesWhole(ObjectType type) {
        ObjectTypes all = with.metadata().withAway();
        ObjectType once = all.require(type.name());
        return Stream.concat(Stream.of(once.name()), once.links().stream().map(Link::target))
                .distinct()
                .allMatch(object -> all.find(object).filter(this::seesAll).isPresent());
    }

    private boolean seesAll(ObjectType type) {
        Rights rights = gate.rights(Acting.who(), type);
        return rights.read().equals(Filter.all()) && type.fields().stream().allMatch(rights::sees);
    }

    /** Whose act it is stays in charge of it; of others' acts, who may change every record of the object. */
    void requireInCharge(MassActStore.Job job) {
        requireInCharge(gate, with.metadata().current().require(job.object()), job);
    }

    /** The same where rights and fields are those of now. */
    static void requireInCharge(Gate gate, ObjectType type, MassActStore.Job job) {
        if (!own(job) && !gate.rights(Acting.who(), type).update().equals(Filter.all())) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
        }
    }

    List<MassActStore.Job> newest(String kind, @Nullable RecordId after, int limit) {
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        List<String> whole = audits()
                ? with.metadata().current().all().stream()
                        .filter(this::seesWhole)
                        .map(ObjectType::name)
                        .toList()
                : List.of();
        return with.store().newest(kind, person, whole, after, limit);
    }

    /** Stops it where it stands; what is done stays done and can be undone. */
    void cancel(MassActStore.Job job, ErrorCode reason, ErrorCode over) {
        if (!with.store().stop(job.id(), with.error(Refusal.of(reason)))) {
            throw Refusal.of(over);
        }
    }

    /**
     * Queues taking it back, or what was left when it was taken back; told as the cause of what that changes. Within {@value #DAYS}
     * days, as long as deleted fields can be restored.
     */
    void undo(MassActStore.Job job, Cause cause, ErrorCode tooLate) {
        Undone before = job.undone() == null ? null : with.json().readValue(job.undone(), Undone.class);
        boolean over = job.state() == JobState.UNDONE && (before == null || before.leftCount() == 0);
        // asked before anything is announced, which would take work that is being done away from who does it
        boolean open = job.state() == JobState.QUEUED || job.state() == JobState.RUNNING;
        if (open || over || job.createdAt().plusDays(DAYS).isBefore(OffsetDateTime.now(clock))) {
            throw Refusal.of(tooLate);
        }
        Requester by = Requester.of(Acting.who());
        Undone begun = before == null ? Undone.begun(by, cause) : before.onceMore(by, cause);
        worker.announce(job.id(), UndoTask.KIND);
        with.transactions().write(() -> {
            if (!with.store().beginUndo(job.id(), job.state(), with.json().writeValueAsString(begun))) {
                throw Refusal.of(tooLate);
            }
            if (before != null && before.isFinished()) {
                records.again(job.id());
            }
        });
        worker.wake(job.id(), UndoTask.KIND);
    }
}
