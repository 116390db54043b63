package io.hemai.opportunities;

import io.hemai.kernel.Money;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.math.BigDecimal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The weighted amount follows amount and probability. */
@Component
@Order(30)
class WeightRule implements Rule {
    private static final int PLACES_OF_PERCENT = 2;

    private final OpportunityObject opportunity;

    WeightRule(OpportunityObject opportunity) {
        this.opportunity = opportunity;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            Money amount = change.value(opportunity.amount);
            BigDecimal probability = change.value(opportunity.probability);
            change.set(
                    opportunity.weightedAmount,
                    amount == null || probability == null
                            ? null
                            : amount.times(probability.movePointLeft(PLACES_OF_PERCENT)));
        }
    }
}
