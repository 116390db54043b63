package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.notification.Notifications;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what becomes of approvals, so that many are written in a few statements. */
final class Sheet {
    /** Tells the turn that comes later from the notice that it will. */
    private static final String AGAIN = " again";

    private static final String REMINDED = " reminded ";

    private final Objects objects;
    private final Instant now;
    private final News news;
    private final Map<RecordId, Row> standing = new LinkedHashMap<>();
    private final Map<RecordId, Values> approvals = new LinkedHashMap<>();
    private final Map<RecordId, Values> tasks = new LinkedHashMap<>();
    private final List<Values> newTasks = new ArrayList<>();
    private final List<Values> acts = new ArrayList<>();

    /** The objects that approvals are made of. */
    @Component
    record Objects(
            ApprovalObject approval,
            ApprovalTaskObject task,
            ApprovalActObject act,
            Records records,
            Notifications notifications) {
        Sheet sheet(Instant now) {
            return new Sheet(this, now);
        }
    }

    /**
     * Who does something: a person, or Hemai by a rule.
     *
     * @param byMail whether by a link from a mail
     */
    record Doer(@Nullable RecordId id, String name, boolean byMail) {
        static final Doer HEMAI = new Doer(null, "");

        Doer(@Nullable RecordId id, String name) {
            this(id, name, false);
        }
    }

    private Sheet(Objects objects, Instant now) {
        this.objects = objects;
        this.now = now;
        this.news = new News(objects.approval());
    }

    Instant now() {
        return now;
    }

    /** What the approval has from now on. */
    Values of(Row approval) {
        standing.putIfAbsent(approval.id(), approval);
        return approvals.computeIfAbsent(approval.id(), id -> Values.none());
    }

    /** What the task has from now on. */
    Values ofTask(Row task) {
        return tasks.computeIfAbsent(task.id(), id -> Values.none());
    }

    /** Adds a part to the approval; whose turn it is by that is told so. */
    void create(Row approval, Values task) {
        newTasks.add(task);
        RecordId owner = task.value(CommonFields.OWNER);
        TaskKind kind = task.value(objects.task().kind);
        if (owner != null && kind != null && task.value(objects.task().status) == TaskStatus.PENDING) {
            news.asked(
                    owner,
                    approval,
                    kind,
                    key(approval, kind, task.value(objects.task().round), task.value(objects.task().inPlaceOf)));
        }
    }

    /** It is the turn of the part. */
    void turn(Row approval, Row task) {
        ofTask(task).set(objects.task().status, TaskStatus.PENDING);
        news.asked(
                task.require(CommonFields.OWNER),
                approval,
                task.require(objects.task().kind),
                key(approval, task) + AGAIN);
    }

    /** The part is over. */
    Values over(Row approval, Row task, TaskStatus how) {
        RecordId owner = task.require(CommonFields.OWNER);
        news.settled(owner, key(approval, task));
        news.settled(owner, key(approval, task) + AGAIN);
        return ofTask(task).set(objects.task().status, how).set(objects.task().decidedAt, now);
    }

    private String key(Row approval, Row task) {
        return key(
                approval,
                task.require(objects.task().kind),
                task.value(objects.task().round),
                task.value(objects.task().inPlaceOf));
    }

    private static String key(Row approval, TaskKind kind, @Nullable Long round, @Nullable RecordId inPlaceOf) {
        return key(approval.id(), kind, round, inPlaceOf);
    }

    /** How the keys begin under which somebody is told that it is their turn. */
    static String key(RecordId approval, TaskKind kind, @Nullable Long round, @Nullable RecordId inPlaceOf) {
        return "approval " + approval + " " + kind + " " + round + " " + inPlaceOf;
    }

    /** Tells those whose parts these are once more that they are to decide. */
    void remind(Row approval, Collection<Row> parts) {
        parts.forEach(part -> news.reminded(
                part.require(CommonFields.OWNER), approval, key(approval, part) + REMINDED + now.toEpochMilli()));
    }

    /** Notes what happened; the others are those whom it concerns, as they are called. */
    void tell(Row approval, Deed deed, Doer by, @Nullable String stepName, String others, @Nullable String comment) {
        ApprovalActObject act = objects.act();
        acts.add(Values.of(act.approval, approval.id())
                .set(act.deed, deed)
                .set(act.by, by.id())
                .set(act.name, by.name().isEmpty() ? null : by.name())
                .set(act.stepName, stepName)
                .set(act.others, others.isEmpty() ? null : others)
                .set(act.comment, comment)
                .set(act.byMail, by.byMail())
                .set(act.happenedAt, now));
    }

    /** A part in the step that the approval asks now. */
    Values part(Row approval, RecordId person, TaskKind kind, TaskStatus status, long round) {
        ApprovalTaskObject task = objects.task();
        ApprovalObject of = objects.approval();
        return Values.of(CommonFields.OWNER, person)
                .set(task.name, approval.label())
                .set(task.approval, approval.id())
                .set(task.about, approval.value(of.about))
                .set(task.submitter, approval.value(of.submitter))
                .set(task.kind, kind)
                .set(task.status, status)
                .set(task.step, approval.value(of.step))
                .set(task.stepName, approval.value(of.stepName))
                .set(task.dueAt, kind == TaskKind.SIGN ? approval.value(of.dueAt) : null)
                .set(task.round, round)
                .set(task.position, 0L)
                .set(task.added, false);
    }

    /** Writes all of it; answers the new parts' ids in their order. */
    List<RecordId> write(String why) {
        objects.records().update(objects.approval(), approvals, why);
        objects.records().update(objects.task(), tasks, why);
        List<RecordId> made = newTasks.isEmpty() ? List.of() : objects.records().create(objects.task(), newTasks);
        if (!acts.isEmpty()) {
            objects.records().create(objects.act(), acts);
        }
        standing.values().forEach(one -> news.stands(one, of(one).value(objects.approval().status)));
        news.send(objects.notifications());
        return made;
    }
}
