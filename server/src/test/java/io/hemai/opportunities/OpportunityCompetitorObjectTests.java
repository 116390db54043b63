package io.hemai.opportunities;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class OpportunityCompetitorObjectTests extends StandardObjectContract {
    @Autowired
    OpportunityObject opportunity;

    @Autowired
    CompetitorObject competitor;

    @Autowired
    OpportunityCompetitorObject met;

    @Override
    protected StandardObject object() {
        return met;
    }

    @Override
    protected Values example() {
        RecordId deal = company.call(() -> records.create(opportunity, Values.of(opportunity.name, "MES 二期")));
        RecordId other =
                company.call(() -> records.create(competitor, Values.of(competitor.name, "对手 " + RecordId.next())));
        return Values.of(met.opportunity, deal)
                .set(met.competitor, other)
                .set(met.threat, "high")
                .set(met.price, Money.of("880000", "CNY"));
    }
}
