package io.hemai.approvals;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was to know of it has looked at it. */
@Component
final class SeeCopy extends OfApproval<NoInput> {
    private static final SystemIdentity NOTING = new SystemIdentity("approvals", "notes what was seen");

    private final ApprovalTaskObject task;
    private final Records records;
    private final Clock clock;

    SeeCopy(ApprovalTaskObject task, Records records, Clock clock) {
        super(task, NoInput.class);
        this.task = task;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "see";
    }

    @Override
    public @Nullable Row run(Row record, NoInput input) {
        boolean own = Acting.user()
                .map(UserIdentity::user)
                .filter(person -> person.equals(record.value(CommonFields.OWNER)))
                .isPresent();
        if (!own || record.value(task.kind) != TaskKind.COPY) {
            throw Refusal.of(own ? ApprovalError.NOTHING_TO_DECIDE : ApprovalError.NOT_YOURS);
        }
        if (record.value(task.status) == TaskStatus.PENDING) {
            Values seen = Values.of(task.status, TaskStatus.DONE).set(task.decidedAt, clock.instant());
            Acting.run(NOTING, () -> records.update(task, record.id(), seen, name()));
        }
        return null;
    }
}
