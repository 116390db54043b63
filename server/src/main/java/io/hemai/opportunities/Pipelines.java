package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The company's pipelines with their stages, as they are now; everybody's deals follow them, whoever may see them. */
@Component
class Pipelines {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("pipelines", "looks up the stages");

    private final PipelineObject pipeline;
    private final StageObject stage;
    private final Records records;

    Pipelines(PipelineObject pipeline, StageObject stage, Records records) {
        this.pipeline = pipeline;
        this.stage = stage;
        this.records = records;
    }

    /** The stages by code of the pipeline, in two statements. */
    Map<String, StageList> all() {
        return Acting.call(LOOKING_UP, () -> {
            Map<RecordId, List<StageList.Stage>> stages = new HashMap<>();
            records.list(Query.of(stage)
                            .where(stage.active.is(true))
                            .sort(Sort.by(stage.position))
                            .limit(Limits.BATCH))
                    .forEach(row -> stages.computeIfAbsent(row.require(stage.pipeline), p -> new ArrayList<>())
                            .add(stage(row)));
            Map<String, StageList> all = new HashMap<>();
            records.list(Query.of(pipeline).limit(Limits.BATCH))
                    .forEach(row -> all.put(
                            row.require(pipeline.code), new StageList(stages.getOrDefault(row.id(), List.of()))));
            return all;
        });
    }

    private StageList.Stage stage(Row row) {
        return new StageList.Stage(
                row.require(stage.code),
                row.require(stage.probability),
                row.require(stage.forecastCategory),
                row.require(stage.status));
    }
}
