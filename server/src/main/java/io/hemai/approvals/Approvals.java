package io.hemai.approvals;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What flows ask of approvals. A step asks as often as it likes and is told how things stand: the first time people are asked, later
 * it is told what they decided, and that counts once. All of it is part of the caller's transaction.
 */
@Component
public class Approvals {
    private static final SystemIdentity APPROVING = new SystemIdentity("approvals", "approval");

    private static final Set<ApprovalStatus> OVER = Set.of(ApprovalStatus.VOIDED, ApprovalStatus.WITHDRAWN);

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Sheet.Objects objects;
    private final Records records;
    private final Signers signers;
    private final Rounds rounds;
    private final Parts parts;
    private final Touched touched;
    private final Clock clock;

    Approvals(
            ApprovalObject approval,
            ApprovalTaskObject task,
            Sheet.Objects objects,
            Records records,
            Signers signers,
            Rounds rounds,
            Parts parts,
            Touched touched,
            Clock clock) {
        this.approval = approval;
        this.task = task;
        this.objects = objects;
        this.records = records;
        this.signers = signers;
        this.rounds = rounds;
        this.parts = parts;
        this.touched = touched;
        this.clock = clock;
    }

    /** How it stands with each, by run. */
    public Map<RecordId, Standing> take(List<Asking> asked) {
        return Acting.call(APPROVING, () -> {
            Instant now = clock.instant();
            begin(asked, now);
            Map<String, Row> cases = cases(asked.stream().map(Asking::run).toList());
            Map<RecordId, List<Row>> tasks = tasks(cases.values());
            Signers.Search search = signers.at(now);
            Sheet sheet = objects.sheet(now);
            Map<RecordId, Standing> standings = new LinkedHashMap<>();
            asked.forEach(asking -> {
                Row standing = Objects.requireNonNull(cases.get(asking.run().toString()));
                List<Row> parts = tasks.getOrDefault(standing.id(), List.of());
                standings.put(asking.run(), rounds.take(asking, standing, parts, search, sheet));
            });
            sheet.write("approval");
            return standings;
        });
    }

    /** Those of the runs whose approval is of no use any more, with how it ended: taken back, or no longer true. */
    public Map<RecordId, ApprovalStatus> over(Collection<RecordId> runs) {
        return Acting.call(APPROVING, () -> {
            Map<RecordId, ApprovalStatus> over = new HashMap<>();
            cases(runs).values().stream()
                    .filter(row -> OVER.contains(row.require(approval.status)))
                    .forEach(row -> over.put(
                            RecordId.parse(row.require(approval.run)).orElseThrow(), row.require(approval.status)));
            return over;
        });
    }

    /** The steps with which the works began whose approvals people have given, and that hold; by run. */
    public Map<RecordId, String> granted(Collection<RecordId> runs) {
        return Acting.call(APPROVING, () -> {
            Map<RecordId, String> granted = new HashMap<>();
            cases(runs).values().stream()
                    .filter(row -> row.value(approval.status) == ApprovalStatus.APPROVED)
                    .forEach(row -> granted.put(
                            RecordId.parse(row.require(approval.run)).orElseThrow(), row.require(approval.firstStep)));
            return granted;
        });
    }

    /** The steps with which began what is being decided about the record. */
    public Set<String> pendingSteps(RecordId record) {
        return Acting.call(APPROVING, () -> touched.pending(List.of(record))).stream()
                .map(row -> row.require(approval.firstStep))
                .collect(Collectors.toSet());
    }

    /** Refuses where something is being decided about one of the records already. */
    public void requireNonePending(Collection<RecordId> records) {
        Acting.call(APPROVING, () -> touched.pending(records)).stream()
                .findFirst()
                .ifPresent(pending -> {
                    throw Refusal.of(ApprovalError.LOCKED, pending.label());
                });
    }

    /** These have no more steps that ask: what still waited for that is approved. */
    public void passed(Collection<RecordId> runs) {
        end(runs, ApprovalStatus.APPROVED, null);
    }

    /** These end without having been decided. */
    public void ended(Collection<RecordId> runs) {
        end(runs, ApprovalStatus.WITHDRAWN, Deed.ENDED);
    }

    private void end(Collection<RecordId> runs, ApprovalStatus how, @Nullable Deed deed) {
        if (runs.isEmpty()) {
            return;
        }
        Acting.run(APPROVING, () -> {
            Sheet sheet = objects.sheet(clock.instant());
            List<Row> open = cases(runs).values().stream()
                    .filter(row -> row.value(approval.status) == ApprovalStatus.PENDING
                            || (deed != null && row.value(approval.status) == ApprovalStatus.SENT_BACK))
                    .toList();
            Map<RecordId, List<Row>> tasks = deed == null ? Map.of() : tasks(open);
            open.forEach(row -> {
                sheet.of(row)
                        .set(approval.status, how)
                        .set(approval.turn, Turn.TAKEN)
                        .set(approval.settledAt, sheet.now());
                if (deed != null) {
                    parts.cancel(row, tasks.getOrDefault(row.id(), List.of()), sheet);
                    sheet.tell(row, deed, Sheet.Doer.HEMAI, null, "", null);
                }
            });
            sheet.write("approval");
        });
    }

    /** Makes the approvals of those that ask for the first time. */
    private void begin(List<Asking> asked, Instant now) {
        Map<String, Row> cases = cases(asked.stream().map(Asking::run).toList());
        List<Asking> fresh = asked.stream()
                .filter(asking -> !cases.containsKey(asking.run().toString()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        records.create(approval, fresh.stream().map(asking -> begun(asking)).toList());
        Map<String, Row> begun = cases(fresh.stream().map(Asking::run).toList());
        Sheet sheet = objects.sheet(now);
        Map<RecordId, String> names = new HashMap<>();
        begun.values().forEach(row -> {
            RecordId by = row.value(approval.submitter);
            String name = by == null ? "" : names.computeIfAbsent(by, id -> parts.name(id));
            sheet.tell(row, Deed.SUBMITTED, new Sheet.Doer(by, name), null, "", null);
        });
        sheet.write("approval");
    }

    private Values begun(Asking asking) {
        RecordId submitter = submitter(asking);
        Row about = asking.record();
        return Values.of(approval.name, asking.flow())
                .set(CommonFields.OWNER, submitter)
                .set(approval.about, new About(about.type().name(), about.id()))
                .set(approval.submitter, submitter)
                .set(approval.status, ApprovalStatus.PENDING)
                .set(approval.run, asking.run().toString())
                .set(approval.firstStep, asking.step())
                .set(approval.round, 0L)
                .set(approval.anewAfter, 0L)
                .set(approval.reminders, 0L)
                .set(approval.turn, Turn.TAKEN);
    }

    private static @Nullable RecordId submitter(Asking asking) {
        if (asking.submitter() != null) {
            return asking.submitter();
        }
        Row about = asking.record();
        RecordId owner = about.type().is(ObjectTrait.OWNED) ? about.value(CommonFields.OWNER) : null;
        return owner == null ? about.value(CommonFields.CREATED_BY) : owner;
    }

    private Map<String, Row> cases(Collection<RecordId> runs) {
        Map<String, Row> found = new HashMap<>();
        List<String> wanted = runs.stream().map(RecordId::toString).distinct().toList();
        for (int from = 0; from < wanted.size(); from += Limits.IN_VALUES) {
            List<String> some = wanted.subList(from, Math.min(from + Limits.IN_VALUES, wanted.size()));
            records.list(Query.of(approval).where(approval.run.in(some)).limit(some.size()))
                    .forEach(row -> found.put(row.require(approval.run), row));
        }
        return found;
    }

    private Map<RecordId, List<Row>> tasks(Collection<Row> cases) {
        return records.linked(task, task.approval, cases.stream().map(Row::id).toList()).stream()
                .collect(Collectors.groupingBy(row -> row.require(task.approval)));
    }
}
