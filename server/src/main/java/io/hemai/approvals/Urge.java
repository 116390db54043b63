package io.hemai.approvals;

import io.hemai.kernel.Refusal;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who submitted it reminds those who are to decide, now and then. */
@Component
final class Urge extends OfApproval<NoInput> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ApprovalObject approval;
    private final Parts parts;
    private final Decisions decisions;

    Urge(ApprovalObject approval, Parts parts, Decisions decisions) {
        super(approval, NoInput.class);
        this.approval = approval;
        this.parts = parts;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "urge";
    }

    @Override
    public @Nullable Row run(Row record, NoInput input) {
        decisions.asSubmitter(record, name(), open -> {
            Row standing = open.approval();
            decisions.requirePending(standing);
            Instant before = standing.value(approval.urgedAt);
            Instant now = open.sheet().now();
            if (before != null && before.plus(PATIENCE).isAfter(now)) {
                throw Refusal.of(ApprovalError.URGED_LATELY, PATIENCE.toMinutes());
            }
            open.sheet().of(standing).set(approval.urgedAt, now);
            List<Row> pending = parts.pending(standing, open.parts());
            open.sheet().remind(standing, pending);
            String whom = parts.names(pending);
            open.sheet().tell(standing, Deed.URGED, open.doer(), decisions.stepName(open), whom, null);
        });
        return null;
    }
}
