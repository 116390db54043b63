package io.hemai.opportunities;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Autowired;

class StageObjectTests extends StandardObjectContract {
    @Autowired
    StageObject stage;

    @Autowired
    PipelineObject pipeline;

    @Override
    protected StandardObject object() {
        return stage;
    }

    @Override
    protected Values example() {
        RecordId into = records.create(
                pipeline,
                Values.of(pipeline.name, "续约")
                        .set(pipeline.code, RecordId.next().toString()));
        return Values.of(stage.pipeline, into)
                .set(stage.name, "到期提醒")
                .set(stage.code, "due")
                .set(stage.position, 1L)
                .set(stage.probability, new BigDecimal("60.00"))
                .set(stage.forecastCategory, ForecastCategory.COMMIT);
    }
}
