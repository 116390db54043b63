package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Remembers every move of a deal from stage to stage, also when who moved it may no longer see it. */
@Component
class StageHistory implements Reaction {
    private static final SystemIdentity REMEMBERING = new SystemIdentity("stage history", "a deal moved");
    private static final int PLACES = 2;

    private final OpportunityObject opportunity;
    private final StageHistoryObject history;
    private final ObjectProvider<Records> records;

    StageHistory(OpportunityObject opportunity, StageHistoryObject history, ObjectProvider<Records> records) {
        this.opportunity = opportunity;
        this.history = history;
        this.records = records;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public void after(ChangeSet written) {
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        List<Values> moves = written.sound().stream()
                .filter(c -> c.kind() == Change.Kind.CREATE || c.kind() == Change.Kind.UPDATE)
                .filter(c -> c.changes(opportunity.stage) || c.changes(opportunity.pipeline))
                .map(c -> move(c, person))
                .toList();
        if (!moves.isEmpty()) {
            Acting.run(REMEMBERING, () -> records.getObject().create(history, moves));
        }
    }

    private Values move(Change change, @Nullable RecordId person) {
        return Values.of(history.opportunity, change.id())
                .set(history.pipeline, change.value(opportunity.pipeline))
                .set(history.fromStage, change.previous(opportunity.stage))
                .set(history.stage, change.value(opportunity.stage))
                .set(history.enteredAt, change.value(opportunity.stageEnteredAt))
                .set(history.daysBefore, days(change))
                .set(history.amount, change.value(opportunity.amount))
                .set(history.probability, change.value(opportunity.probability))
                .set(history.movedBy, person);
    }

    private @Nullable BigDecimal days(Change change) {
        Instant since = change.previous(opportunity.stageEnteredAt);
        Instant until = change.value(opportunity.stageEnteredAt);
        return since == null || until == null
                ? null
                : BigDecimal.valueOf(Duration.between(since, until).toSeconds())
                        .divide(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()), PLACES, RoundingMode.HALF_UP);
    }
}
