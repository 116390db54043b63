package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Label;
import io.hemai.kernel.Limits;
import io.hemai.processes.WayValues;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Sort;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Deals are led through the stages of every pipeline. */
@Component
final class StagesOfWay implements WayValues {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("pipelines", "looks up the stages");

    private final OpportunityObject opportunity;
    private final StageObject stage;
    private final Records records;

    StagesOfWay(OpportunityObject opportunity, StageObject stage, Records records) {
        this.opportunity = opportunity;
        this.stage = stage;
        this.records = records;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public String field() {
        return opportunity.stage.name();
    }

    @Override
    public Map<String, Label> all() {
        Map<String, Label> all = new LinkedHashMap<>();
        Acting.call(
                        LOOKING_UP,
                        () -> records.list(
                                Query.of(stage).sort(Sort.by(stage.position)).limit(Limits.BATCH)))
                .forEach(row -> all.putIfAbsent(row.require(stage.code), Label.same(row.require(stage.name))));
        return all;
    }
}
