package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.opportunities.OpportunityStatus;
import io.hemai.records.Report;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Measure;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the ready reports about deals have in common. */
@Component
class Deals {
    private final OpportunityObject deal;

    Deals(OpportunityObject deal) {
        this.deal = deal;
    }

    /** A report over what was won in the period. */
    Report won(Optional<String> period, Filter filter) {
        return Report.of(deal.name())
                .where(deal.status.is(OpportunityStatus.WON))
                .where(ReadyReport.within(deal.closedAt, period))
                .where(filter)
                .measuring(Measure.count("count"), amount());
    }

    /** What the deals are worth together. */
    Measure amount() {
        return Measure.of(Function.SUM, deal.amount.name(), deal.amount.name());
    }
}
