package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Row;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * An approval is of what the record said: once that changes, it is none any more. And where the record goes, nobody is asked about it any
 * longer.
 */
@Component
final class VoidedReaction implements Reaction {
    private static final Set<ApprovalStatus> STANDING =
            Set.of(ApprovalStatus.APPROVED, ApprovalStatus.PENDING, ApprovalStatus.SENT_BACK);

    private final ApprovalObject approval;
    private final Touched touched;
    private final ObjectProvider<Sheet.Objects> objects;
    private final ObjectProvider<AwaitsApproval> waiting;
    private final Clock clock;

    VoidedReaction(
            ApprovalObject approval,
            Touched touched,
            ObjectProvider<Sheet.Objects> objects,
            ObjectProvider<AwaitsApproval> waiting,
            Clock clock) {
        this.approval = approval;
        this.touched = touched;
        this.objects = objects;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void after(ChangeSet written) {
        Map<RecordId, Row> voided = new LinkedHashMap<>();
        Set<RecordId> runs = new LinkedHashSet<>();
        touched.by(written, STANDING)
                .forEach((change, standing) -> standing.forEach(one -> {
                    boolean pending = one.value(approval.status) == ApprovalStatus.PENDING;
                    boolean goes = change.kind() == Change.Kind.DELETE
                            && change.id().equals(one.require(approval.about).id());
                    // no rule is asked of what comes out of the bin
                    if (pending && change.kind() == Change.Kind.RESTORE) {
                        throw Refusal.of(ApprovalError.LOCKED, one.label());
                    }
                    if (one.value(approval.status) == ApprovalStatus.APPROVED) {
                        voided.put(one.id(), one);
                        runs.add(run(one));
                    } else if (goes) {
                        runs.add(run(one));
                    }
                }));
        // whoever locks a run and its approval locks the run first
        waiting.forEach(work -> work.goOn(runs));
        if (!voided.isEmpty()) {
            Touched.asHemai(() -> {
                Sheet sheet = objects.getObject().sheet(clock.instant());
                voided.values().forEach(one -> {
                    sheet.of(one).set(approval.status, ApprovalStatus.VOIDED);
                    sheet.tell(one, Deed.VOIDED, Sheet.Doer.HEMAI, null, "", null);
                });
                return sheet.write("approval");
            });
        }
    }

    private RecordId run(Row standing) {
        return RecordId.parse(standing.require(approval.run)).orElseThrow();
    }
}
