package io.hemai.opportunities;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A deal stands in a stage of its pipeline; status, probability, forecast and times follow. A lost one says why. */
@Component
@Order(10)
class StageRule implements Rule {
    private final OpportunityObject opportunity;
    private final Pipelines pipelines;

    StageRule(OpportunityObject opportunity, Pipelines pipelines) {
        this.opportunity = opportunity;
        this.pipelines = pipelines;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> moved = changes.written().stream()
                .filter(c -> c.creates() || c.changes(opportunity.stage) || c.changes(opportunity.pipeline))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        Map<String, StageList> all = pipelines.all();
        for (Change change : moved) {
            StageList stages = all.get(Objects.requireNonNullElse(change.value(opportunity.pipeline), ""));
            if (stages == null) {
                refuseEmpty(change);
            } else {
                stage(change, stages).ifPresent(stage -> enter(changes, change, stage));
            }
        }
    }

    /** An empty one is refused as missing already. */
    private void refuseEmpty(Change change) {
        String pipeline = change.value(opportunity.pipeline);
        if (pipeline != null) {
            change.refuse(opportunity.pipeline, OpportunityError.UNKNOWN_PIPELINE, pipeline);
        }
    }

    private Optional<StageList.Stage> stage(Change change, StageList stages) {
        String code = change.value(opportunity.stage);
        if (code == null) {
            return change.creates() ? stages.first(OpportunityStatus.OPEN) : Optional.empty();
        }
        Optional<StageList.Stage> found = stages.named(code);
        if (found.isEmpty()) {
            change.refuse(opportunity.stage, OpportunityError.UNKNOWN_STAGE, code, stages.codes());
        }
        return found;
    }

    private void enter(ChangeSet changes, Change change, StageList.Stage stage) {
        change.set(opportunity.stage, stage.code());
        change.set(opportunity.status, stage.status());
        follow(change, opportunity.probability, stage.probability(), stage.closes());
        follow(change, opportunity.forecastCategory, stage.forecast(), stage.closes());
        boolean past = changes.options().migrating();
        if (!past || change.value(opportunity.stageEnteredAt) == null) {
            change.set(opportunity.stageEnteredAt, changes.now());
        }
        if (!stage.closes()) {
            change.set(opportunity.closedAt, null);
        } else if (!past || change.value(opportunity.closedAt) == null) {
            change.set(opportunity.closedAt, changes.now());
        }
        explainLoss(change, stage, past);
    }

    /** What somebody says about an open deal stands; how a closed one counts is not a matter of opinion. */
    private static <T> void follow(Change change, Field<T> field, @Nullable T value, boolean always) {
        if (always || !change.given(field) || change.value(field) == null) {
            change.set(field, value);
        }
    }

    private void explainLoss(Change change, StageList.Stage stage, boolean past) {
        if (stage.status() != OpportunityStatus.LOST) {
            change.set(opportunity.lossReason, null);
        } else if (change.value(opportunity.lossReason) == null && !past) {
            change.refuse(opportunity.lossReason, OpportunityError.LOSS_REASON_REQUIRED);
        }
    }
}
