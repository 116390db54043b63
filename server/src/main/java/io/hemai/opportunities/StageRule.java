package io.hemai.opportunities;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.time.Instant;
import java.time.LocalDate;
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
        Map<String, StageList> all = pipelines.held();
        for (Change change : moved) {
            StageList stages = all.get(Objects.requireNonNullElse(change.value(opportunity.pipeline), ""));
            if (stages == null) {
                refuseEmpty(change);
            } else if (changes.options().exact()) {
                takeBack(change, stages);
            } else if (!stages.active() && !changes.options().migrating() && change.changes(opportunity.pipeline)) {
                change.refuse(
                        opportunity.pipeline,
                        OpportunityError.PIPELINE_INACTIVE,
                        Objects.requireNonNull(change.value(opportunity.pipeline)));
            } else {
                stage(change, stages)
                        .filter(stage -> mayEnter(changes, change, stage))
                        .ifPresent(stage -> enter(changes, change, stage, stages));
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

    /** A deal comes back as it was, or not at all: where its stage is gone, or means another outcome by now. */
    private void takeBack(Change change, StageList stages) {
        String code = change.value(opportunity.stage);
        OpportunityStatus status = change.value(opportunity.status);
        if (code != null && status != null && !stages.holds(code, status)) {
            change.refuse(opportunity.stage, OpportunityError.STAGE_MEANS_ELSE, code);
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

    /** What is won or lost stays so until somebody reopens it, which says so by the status, or brings its past. */
    private boolean mayEnter(ChangeSet changes, Change change, StageList.Stage stage) {
        OpportunityStatus before = change.previous(opportunity.status);
        boolean stands = before == null || before == OpportunityStatus.OPEN || before == stage.status();
        if (stands || change.given(opportunity.status) || changes.options().migrating()) {
            return true;
        }
        change.refuse(opportunity.stage, OpportunityError.ALREADY_CLOSED);
        return false;
    }

    private void enter(ChangeSet changes, Change change, StageList.Stage stage, StageList stages) {
        change.set(opportunity.stage, stage.code());
        change.set(opportunity.status, stage.status());
        follow(change, opportunity.probability, stage.probability(), stage.closes());
        follow(change, opportunity.forecastCategory, stage.forecast(), stage.closes());
        boolean past = changes.options().migrating();
        close(changes, change, stage, past);
        if (!past || change.value(opportunity.stageEnteredAt) == null) {
            Instant closed = past ? change.value(opportunity.closedAt) : null;
            change.set(opportunity.stageEnteredAt, closed == null ? changes.now() : closed);
        }
        if (!stage.closes()) {
            change.set(opportunity.furthestStage, further(change, stage, stages));
        }
        explainLoss(change, stage, past);
    }

    /** What somebody says about an open deal stands; how a closed one counts is not a matter of opinion. */
    private static <T> void follow(Change change, Field<T> field, @Nullable T value, boolean always) {
        if (always || !change.given(field) || change.value(field) == null) {
            change.set(field, value);
        }
    }

    private void close(ChangeSet changes, Change change, StageList.Stage stage, boolean past) {
        if (!stage.closes()) {
            change.set(opportunity.closedAt, null);
        } else if (!past) {
            change.set(opportunity.closedAt, changes.now());
            closeToday(changes, change);
        } else if (change.value(opportunity.closedAt) == null) {
            change.set(opportunity.closedAt, closedInThePast(changes, change));
        }
    }

    /** A deal that was expected to close later closes now. */
    private void closeToday(ChangeSet changes, Change change) {
        LocalDate today = LocalDate.ofInstant(changes.now(), changes.context().zone());
        LocalDate expected = change.value(opportunity.closeDate);
        if (expected != null && expected.isAfter(today)) {
            change.set(opportunity.closeDate, today);
        }
    }

    /** A deal with a past was closed on its closing day, which has come by now. */
    private Instant closedInThePast(ChangeSet changes, Change change) {
        LocalDate day = change.value(opportunity.closeDate);
        Instant began = day == null
                ? changes.now()
                : day.atStartOfDay(changes.context().zone()).toInstant();
        return began.isAfter(changes.now()) ? changes.now() : began;
    }

    /** The open stage that the deal has come to, or the later one in which it was before. */
    private String further(Change change, StageList.Stage stage, StageList stages) {
        String before = change.value(opportunity.furthestStage);
        return before != null && stages.place(before) > stages.place(stage.code()) ? before : stage.code();
    }

    private void explainLoss(Change change, StageList.Stage stage, boolean past) {
        if (stage.status() != OpportunityStatus.LOST) {
            change.set(opportunity.lossReason, null);
        } else if (change.value(opportunity.lossReason) == null && !past) {
            change.refuse(opportunity.lossReason, OpportunityError.LOSS_REASON_REQUIRED);
        }
    }
}
