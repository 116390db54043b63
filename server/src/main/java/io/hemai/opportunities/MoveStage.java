package io.hemai.opportunities;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import io.hemai.records.Change;
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
    private final Pipelines pipelines;
    private final Records records;

    MoveStage(OpportunityObject opportunity, Pipelines pipelines, Records records) {
        this.opportunity = opportunity;
        this.pipelines = pipelines;
        this.records = records;
    }

    /** Where to; why, when that loses it. The note explains the outcome, or the move while the deal stays open. */
    record Input(
            @Asked(like = "stage", required = true) @Nullable
            String stage,

            @Asked(like = "loss_reason") @Nullable String lossReason,
            @Asked(like = "close_note") @Nullable String note) {}

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
        String why = name();
        if (input.note() != null && closes(record, input.stage())) {
            values.set(opportunity.closeNote, input.note());
        } else if (input.note() != null) {
            why += ": " + reason(input.note());
        }
        records.update(opportunity, record.id(), values, why);
        return null;
    }

    /** What stands in the history only is shorter than the field. */
    private static String reason(String note) {
        int length = note.codePointCount(0, note.length());
        if (length > Change.LONGEST_REASON) {
            throw Refusal.ofField("note", MetadataError.TOO_LONG, Change.LONGEST_REASON, length);
        }
        return note;
    }

    private boolean closes(Row record, @Nullable String stage) {
        StageList stages = pipelines.all().get(record.require(opportunity.pipeline));
        return stage != null
                && stages != null
                && stages.named(stage).filter(StageList.Stage::closes).isPresent();
    }
}
