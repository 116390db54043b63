package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Wording;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a new company a pipeline to begin with. */
@Component
@Order(60)
class DefaultPipeline implements TenantSetup {
    private static final String TEXTS = "stages.default.";

    private final PipelineObject pipeline;
    private final StageObject stage;
    private final Records records;
    private final Wording wording;

    DefaultPipeline(PipelineObject pipeline, StageObject stage, Records records, Wording wording) {
        this.pipeline = pipeline;
        this.stage = stage;
        this.records = records;
        this.wording = wording;
    }

    @Override
    public void prepare(Tenant tenant) {
        Acting.run(new SystemIdentity("set-up", "the pipeline to begin with"), () -> {
            if (records.find(Query.of(pipeline)).isEmpty()) {
                make(tenant);
            }
        });
    }

    private void make(Tenant tenant) {
        records.together(() -> {
            RecordId made = records.create(
                    pipeline,
                    Values.of(pipeline.code, Stages.DEFAULT_PIPELINE)
                            .set(pipeline.name, wording.text(TEXTS + "pipeline", tenant.locale())));
            List<Stages> stages = List.of(Stages.values());
            List<Values> rows = new ArrayList<>();
            stages.forEach(each -> rows.add(values(each, rows.size() + 1L, made, tenant)));
            return records.create(stage, rows);
        });
    }

    private Values values(Stages each, long position, RecordId into, Tenant tenant) {
        return Values.of(stage.pipeline, into)
                .set(stage.code, each.code())
                .set(stage.name, wording.text(TEXTS + each.code(), tenant.locale()))
                .set(stage.position, position)
                .set(stage.probability, BigDecimal.valueOf(each.percent()))
                .set(stage.forecastCategory, each.forecast())
                .set(stage.status, each.status());
    }
}
