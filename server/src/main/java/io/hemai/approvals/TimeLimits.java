package io.hemai.approvals;

import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happens when those who are asked let their time run out. */
@Component
class TimeLimits {
    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);
    private static final int MOST_REMINDERS = 5;

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Parts of;
    private final Leavers leavers;

    TimeLimits(ApprovalObject approval, ApprovalTaskObject task, Parts of, Leavers leavers) {
        this.approval = approval;
        this.task = task;
        this.of = of;
        this.leavers = leavers;
    }

    /** How it stands with a step that has been asked. */
    Standing waiting(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        Instant check = standing.value(approval.checkAt);
        if (leavers.followed(asking, standing, parts, search, sheet)) {
            return new Standing.Waiting(check, null);
        }
        boolean decidable = standing.value(approval.status) == ApprovalStatus.PENDING;
        if (!decidable || check == null || check.isAfter(sheet.now())) {
            return new Standing.Waiting(decidable ? check : null, null);
        }
        List<Row> pending = of.pending(standing, parts);
        return switch (asking.terms().whenLate()) {
            case "pass" -> late(standing, parts, Turn.PASSED, sheet);
            case "refuse" -> late(standing, parts, Turn.REFUSED, sheet);
            case "escalate" -> escalate(asking, standing, parts, search, sheet);
            default -> remind(standing, pending, sheet);
        };
    }

    private Standing late(Row standing, List<Row> parts, Turn how, Sheet sheet) {
        boolean passed = how == Turn.PASSED;
        of.cancel(standing, parts, sheet);
        Deed deed = passed ? Deed.PASSED_BY_RULE : Deed.REFUSED_BY_RULE;
        sheet.tell(standing, deed, Sheet.Doer.HEMAI, standing.value(approval.stepName), "", null);
        sheet.of(standing).set(approval.turn, Turn.TAKEN);
        if (!passed) {
            of.refused(standing, sheet);
        }
        return passed ? new Standing.Passed() : new Standing.Refused();
    }

    private Standing remind(Row standing, List<Row> pending, Sheet sheet) {
        long told = standing.require(approval.reminders) + 1;
        Instant next = told < MOST_REMINDERS ? sheet.now().plus(BETWEEN_REMINDERS) : null;
        sheet.of(standing).set(approval.reminders, told).set(approval.checkAt, next);
        sheet.remind(standing, pending);
        sheet.tell(
                standing, Deed.REMINDED, Sheet.Doer.HEMAI, standing.value(approval.stepName), of.names(pending), null);
        return new Standing.Waiting(next, null);
    }

    /** Gives what nobody decided to the managers above, who have as much time. */
    private Standing escalate(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        List<Row> pending = of.pending(standing, parts);
        Set<RecordId> asked = of.notAgain(asking, standing, parts);
        Instant next = null;
        boolean higher = false;
        for (Row part : pending) {
            RecordId person = part.require(CommonFields.OWNER);
            Optional<Signers.Signer> boss = search.above(person, asked);
            if (boss.isPresent()) {
                higher = true;
                Person to = boss.get().person();
                asked.add(to.id());
                Instant due = search.due(asking.terms(), to);
                next = next == null || (due != null && due.isAfter(next)) ? due : next;
                of.handOn(standing, part, to.id(), sheet).set(task.dueAt, due);
                sheet.tell(
                        standing,
                        Deed.ESCALATED,
                        new Sheet.Doer(person, of.name(person)),
                        standing.value(approval.stepName),
                        to.label(),
                        null);
                of.lend(asking.record(), Stream.of(to.id()));
            }
        }
        if (!higher) {
            return remind(standing, pending, sheet);
        }
        sheet.of(standing).set(approval.checkAt, next).set(approval.dueAt, next);
        return new Standing.Waiting(next, null);
    }
}
