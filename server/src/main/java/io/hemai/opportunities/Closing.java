package io.hemai.opportunities;

import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends deals: finds the stage for the outcome, and ends nothing twice. */
@Component
class Closing {
    private final OpportunityObject opportunity;
    private final Pipelines pipelines;
    private final Records records;

    Closing(OpportunityObject opportunity, Pipelines pipelines, Records records) {
        this.opportunity = opportunity;
        this.pipelines = pipelines;
        this.records = records;
    }

    /** Moves the deal into the first stage of its pipeline with that outcome. */
    void close(Row record, OpportunityStatus outcome, Values values, String why) {
        records.together(() -> {
            Row standing = records.lock(opportunity, record.id());
            if (standing.require(opportunity.status) != OpportunityStatus.OPEN) {
                throw Refusal.of(OpportunityError.ALREADY_CLOSED);
            }
            values.set(opportunity.stage, first(standing, outcome).code());
            records.update(opportunity, record.id(), values, why);
            return true;
        });
    }

    /** Moves a closed deal back into an open stage of its pipeline. */
    void reopen(Row record, @Nullable String wanted, String why) {
        records.together(() -> {
            Row standing = records.lock(opportunity, record.id());
            if (standing.require(opportunity.status) == OpportunityStatus.OPEN) {
                throw Refusal.of(OpportunityError.NOT_CLOSED);
            }
            String stage =
                    wanted == null ? first(standing, OpportunityStatus.OPEN).code() : wanted;
            stages(standing).named(stage).filter(StageList.Stage::closes).ifPresent(closed -> {
                throw Refusal.ofField("stage", OpportunityError.STAGE_IS_CLOSED, closed.code());
            });
            records.update(
                    opportunity,
                    record.id(),
                    Values.of(opportunity.stage, stage).set(opportunity.status, OpportunityStatus.OPEN),
                    why);
            return true;
        });
    }

    private StageList.Stage first(Row deal, OpportunityStatus status) {
        return stages(deal)
                .first(status)
                .orElseThrow(() -> Refusal.ofField("stage", OpportunityError.NO_SUCH_END, label(status)));
    }

    private Label label(OpportunityStatus status) {
        String code = status.name().toLowerCase(Locale.ROOT);
        return records.type(opportunity)
                .field(opportunity.status.name())
                .map(Field::type)
                .filter(ListsChoices.class::isInstance)
                .flatMap(type -> ((ListsChoices) type).choices().code(code))
                .map(Choice::label)
                .orElseGet(() -> Label.same(code));
    }

    private StageList stages(Row deal) {
        String pipeline = deal.require(opportunity.pipeline);
        StageList stages = pipelines.held().get(pipeline);
        if (stages == null) {
            throw Refusal.ofField("pipeline", OpportunityError.UNKNOWN_PIPELINE, pipeline);
        }
        return stages;
    }
}
