package io.hemai.opportunities;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class StageHistoryObjectTests extends StandardObjectContract {
    @Autowired
    StageHistoryObject history;

    @Autowired
    OpportunityObject opportunity;

    @Override
    protected StandardObject object() {
        return history;
    }

    @Override
    protected Values example() {
        return Values.of(history.opportunity, records.create(opportunity, Values.of(opportunity.name, "检测线")))
                .set(history.fromStage, "proposal")
                .set(history.stage, "negotiation")
                .set(history.enteredAt, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
