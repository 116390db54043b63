package io.hemai.analytics;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.opportunities.OpportunityStatus;
import io.hemai.records.Records;
import io.hemai.records.Report;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Measure;
import io.hemai.records.Sort;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the ready reports about deals have in common. */
@Component
class Deals {
    private final OpportunityObject deal;
    private final Records records;
    private final Gate gate;

    Deals(OpportunityObject deal, Records records, Gate gate) {
        this.deal = deal;
        this.records = records;
        this.gate = gate;
    }

    /** A report over what was won in the period. */
    Report won(Optional<String> period, Filter filter) {
        return Report.of(deal.name())
                .where(deal.status.is(OpportunityStatus.WON))
                .where(ReadyReport.within(deal.closedAt, period))
                .where(filter)
                .measuring(measures());
    }

    /** How many deals there are, and what they are worth together to who sees amounts. */
    Measure[] measures() {
        Measure count = Measure.count("count");
        Measure amount = Measure.of(Function.SUM, deal.amount.name(), deal.amount.name());
        boolean seen = gate.rights(Acting.who(), records.type(deal)).sees(deal.amount);
        return seen ? new Measure[] {count, amount} : new Measure[] {count};
    }

    /** By worth, by number to who sees no amounts. */
    Sort most() {
        Measure[] measures = measures();
        return new Sort(measures[measures.length - 1].name(), true);
    }
}
