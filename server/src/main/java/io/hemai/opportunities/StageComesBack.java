package io.hemai.opportunities;

import io.hemai.kernel.Refusal;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A deal that comes back from the bin stands in a stage, as every deal does: where its own is gone or means another outcome by
 * now, in the first one of its pipeline for deals like it.
 */
@Component
class StageComesBack implements Reaction {
    private static final String WHY = "stage_gone";

    private final OpportunityObject opportunity;
    private final Pipelines pipelines;
    private final ObjectProvider<Records> records;

    StageComesBack(OpportunityObject opportunity, Pipelines pipelines, ObjectProvider<Records> records) {
        this.opportunity = opportunity;
        this.pipelines = pipelines;
        this.records = records;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public void after(ChangeSet written) {
        List<Change> back = written.sound(Change.Kind.RESTORE);
        if (back.isEmpty()) {
            return;
        }
        Map<String, StageList> all = pipelines.held();
        List<Change> moves = new ArrayList<>();
        for (Change change : back) {
            StageList stages = all.get(change.row().require(opportunity.pipeline));
            OpportunityStatus status = change.row().require(opportunity.status);
            if (stages == null || !stages.holds(change.row().require(opportunity.stage), status)) {
                moves.add(move(written, change, first(change, stages, status)));
            }
        }
        if (!moves.isEmpty()) {
            records.getObject()
                    .write(
                            written.type(),
                            moves,
                            WriteOptions.USUAL.allowingDuplicates().exactly());
        }
    }

    private StageList.Stage first(Change change, @Nullable StageList stages, OpportunityStatus status) {
        if (stages == null) {
            throw gone(change);
        }
        return stages.first(status).orElseThrow(() -> gone(change));
    }

    private Refusal gone(Change change) {
        return Refusal.of(
                OpportunityError.STAGE_GONE,
                change.row().label(),
                change.row().require(opportunity.pipeline),
                change.row().require(opportunity.stage));
    }

    /** What was won or lost stays so since when it did. */
    private Change move(ChangeSet written, Change back, StageList.Stage stage) {
        Values values = Values.of(opportunity.stage, stage.code());
        if (!stage.closes()) {
            values.set(opportunity.stageEnteredAt, written.now())
                    .set(opportunity.furthestStage, stage.code())
                    .set(opportunity.probability, stage.probability())
                    .set(opportunity.forecastCategory, stage.forecast());
        }
        Change move = Change.update(written.type(), back.id(), null, values.byField(), true);
        move.because(WHY);
        return move;
    }
}
