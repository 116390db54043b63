package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A stage in which deals stand neither goes nor comes to mean something else. */
@Component
class StageInUseRule implements Rule {
    private static final SystemIdentity COUNTING = new SystemIdentity("pipelines", "counts the deals of a stage");

    private final StageObject stage;
    private final PipelineObject pipeline;
    private final OpportunityObject opportunity;
    private final Records records;

    StageInUseRule(StageObject stage, PipelineObject pipeline, OpportunityObject opportunity, Records records) {
        this.stage = stage;
        this.pipeline = pipeline;
        this.opportunity = opportunity;
        this.records = records;
    }

    @Override
    public String object() {
        return stage.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> leaving = Stream.concat(
                        changes.sound(Change.Kind.DELETE).stream(),
                        changes.sound(Change.Kind.UPDATE).stream().filter(change -> change.changes(stage.status)))
                .toList();
        if (leaving.isEmpty()) {
            return;
        }
        List<RecordId> ids = leaving.stream()
                .map(change -> change.row().require(stage.pipeline))
                .toList();
        Map<RecordId, Row> pipelines = Acting.call(COUNTING, () -> records.rows(pipeline.name(), ids));
        for (Change change : leaving) {
            long deals = deals(
                    change.row(),
                    Objects.requireNonNull(pipelines.get(change.row().require(stage.pipeline))));
            if (deals > 0) {
                change.refuse(null, OpportunityError.STAGE_IN_USE, change.row().label(), deals);
            }
        }
    }

    /** A company has few stages, so each is counted for itself. */
    private long deals(Row of, Row way) {
        return Acting.call(
                COUNTING,
                () -> records.count(
                        opportunity.name(),
                        opportunity
                                .pipeline
                                .is(way.require(pipeline.code))
                                .and(opportunity.stage.is(of.require(stage.code)))));
    }
}
