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
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The company's pipelines with their stages, as they are now; everybody's deals follow them, whoever may see them. */
@Component
class Pipelines {
    /** Under which name whoever brings deals into stages holds all of them, and whoever takes stages away waits for that. */
    private static final String STAGES = "stages";

    private static final SystemIdentity LOOKING_UP = new SystemIdentity("pipelines", "looks up the stages");

    private final PipelineObject pipeline;
    private final StageObject stage;
    private final Records records;

    Pipelines(PipelineObject pipeline, StageObject stage, Records records) {
        this.pipeline = pipeline;
        this.stage = stage;
        this.records = records;
    }

    /** Waits until no deal is on its way into a stage any more, and keeps all from entering until the transaction ends. */
    void close() {
        records.alone(List.of(STAGES));
    }

    /** The same as {@link #all}; until the transaction ends no stage goes or comes to mean something else. */
    Map<String, StageList> held() {
        records.alongside(STAGES);
        return all();
    }

    /** The stages by code of the pipeline, in two statements. */
    Map<String, StageList> all() {
        return Acting.call(LOOKING_UP, () -> {
            Map<RecordId, List<Row>> stages = new HashMap<>();
            records.list(Query.of(stage).sort(Sort.by(stage.position)).limit(Limits.BATCH))
                    .forEach(row -> stages.computeIfAbsent(row.require(stage.pipeline), p -> new ArrayList<>())
                            .add(row));
            Map<String, StageList> all = new HashMap<>();
            records.list(Query.of(pipeline).limit(Limits.BATCH))
                    .forEach(row ->
                            all.put(row.require(pipeline.code), list(row, stages.getOrDefault(row.id(), List.of()))));
            return all;
        });
    }

    private StageList list(Row way, List<Row> rows) {
        Map<Boolean, List<StageList.Stage>> byUse = rows.stream()
                .collect(Collectors.partitioningBy(
                        row -> row.require(stage.active), Collectors.mapping(this::stage, Collectors.toList())));
        return new StageList(
                Objects.requireNonNull(byUse.get(true)),
                Objects.requireNonNull(byUse.get(false)),
                way.require(pipeline.active));
    }

    private StageList.Stage stage(Row row) {
        return new StageList.Stage(
                row.require(stage.code),
                row.require(stage.probability),
                row.require(stage.forecastCategory),
                row.require(stage.status));
    }
}
