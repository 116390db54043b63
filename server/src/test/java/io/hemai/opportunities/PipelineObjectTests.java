package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PipelineObjectTests extends StandardObjectContract {
    @Autowired
    PipelineObject pipeline;

    @Autowired
    StageObject stage;

    @Autowired
    OpportunityObject opportunity;

    @Override
    protected StandardObject object() {
        return pipeline;
    }

    @Override
    protected Values example() {
        return Values.of(pipeline.name, "服务续约")
                .set(pipeline.code, RecordId.next().toString());
    }

    @Test
    void aCompanyBeginsWithSevenStages() {
        List<Row> stages = company.call(() -> records.list(Query.of(stage)
                .where(io.hemai.kernel.Filter.leaf("pipeline.code", io.hemai.kernel.Op.EQ, "default"))
                .sort(Sort.by(stage.position))));
        assertThat(stages)
                .extracting(s -> s.require(stage.name))
                .containsExactly("初步接洽", "需求分析", "方案/报价", "商务谈判", "合同审批", "赢单", "输单");
        assertThat(stages)
                .extracting(s -> s.require(stage.probability).intValueExact())
                .containsExactly(10, 25, 50, 70, 90, 100, 0);
    }

    @Test
    void aPipelineOfOnesOwnHasItsOwnStages() {
        String code = RecordId.next().toString();
        RecordId own = company.call(
                () -> records.create(pipeline, Values.of(pipeline.name, "续约").set(pipeline.code, code)));
        company.run(() -> records.create(
                stage,
                Values.of(stage.pipeline, own)
                        .set(stage.name, "到期提醒")
                        .set(stage.code, "due")
                        .set(stage.position, 1L)
                        .set(stage.probability, new BigDecimal("60"))));
        RecordId deal = company.call(() ->
                records.create(opportunity, Values.of(opportunity.name, "续约").set(opportunity.pipeline, code)));
        Row row = company.call(() -> records.read(opportunity, deal));
        assertThat(row.value(opportunity.stage)).isEqualTo("due");
        assertThat(row.require(opportunity.probability)).isEqualByComparingTo("60");
    }
}
