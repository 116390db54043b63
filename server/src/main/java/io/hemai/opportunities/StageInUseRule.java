package io.hemai.opportunities;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
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
    /** Beyond so many nobody counts on. */
    private static final int COUNTED = 1_000;

    private static final SystemIdentity COUNTING = new SystemIdentity("pipelines", "counts the deals of a stage");

    private final StageObject stage;
    private final PipelineObject pipeline;
    private final OpportunityObject opportunity;
    private final Pipelines pipelines;
    private final Records records;

    StageInUseRule(
            StageObject stage,
            PipelineObject pipeline,
            OpportunityObject opportunity,
            Pipelines pipelines,
            Records records) {
        this.stage = stage;
        this.pipeline = pipeline;
        this.opportunity = opportunity;
        this.pipelines = pipelines;
        this.records = records;
    }

    @Override
    public String object() {
        return stage.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        Map<RecordId, List<Change>> leaving = Stream.concat(
                        changes.sound(Change.Kind.DELETE).stream(),
                        changes.sound(Change.Kind.UPDATE).stream().filter(change -> change.changes(stage.status)))
                .collect(groupingBy(change -> change.row().require(stage.pipeline)));
        if (leaving.isEmpty()) {
            return;
        }
        pipelines.close();
        Acting.run(
                COUNTING,
                () -> records.rows(pipeline.name(), leaving.keySet())
                        .forEach((id, way) -> check(way, Objects.requireNonNull(leaving.get(id)))));
    }

    /** One question for the stages of a pipeline; rows are read only where there is something to refuse. */
    private void check(Row way, List<Change> leaving) {
        List<String> codes =
                leaving.stream().map(change -> change.row().require(stage.code)).toList();
        Map<String, Long> deals = records
                .list(Query.of(opportunity)
                        .where(opportunity.pipeline.is(way.require(pipeline.code)))
                        .where(opportunity.stage.in(codes))
                        .limit(COUNTED + 1))
                .stream()
                .collect(groupingBy(deal -> deal.require(opportunity.stage), counting()));
        for (Change change : leaving) {
            Long count = deals.get(change.row().require(stage.code));
            if (count != null) {
                change.refuse(
                        null,
                        OpportunityError.STAGE_IN_USE,
                        change.row().label(),
                        count > COUNTED ? COUNTED + "+" : count.toString());
            }
        }
    }
}
