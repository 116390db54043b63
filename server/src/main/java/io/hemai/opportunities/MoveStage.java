package io.hemai.opportunities;

import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a deal to another stage of its pipeline, as writing its stage does. */
@Component
final class MoveStage implements Verb<MoveStage.Input, Row> {
    private final OpportunityObject opportunity;
    private final Records records;

    MoveStage(OpportunityObject opportunity, Records records) {
        this.opportunity = opportunity;
        this.records = records;
    }

    /** Where to; why, when that loses it. */
    record Input(
            @Asked(like = "stage", required = true) @Nullable
            String stage,

            @Asked(like = "loss_reason") @Nullable String lossReason,
            @Nullable String note) {}

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public String name() {
        return "move_stage";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Values values = Values.of(opportunity.stage, input.stage());
        if (input.lossReason() != null) {
            values.set(opportunity.lossReason, input.lossReason());
        }
        if (input.note() != null) {
            values.set(opportunity.closeNote, input.note());
        }
        records.update(opportunity, record.id(), values, name());
        return null;
    }
}
