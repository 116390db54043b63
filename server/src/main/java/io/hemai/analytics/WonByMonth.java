package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.records.Report.Bucket;
import io.hemai.records.Report.Group;
import io.hemai.records.ReportResult;
import io.hemai.records.store.ReportReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was won, month by month. */
@Component
class WonByMonth implements ReadyReport {
    private final ReportReader reports;
    private final Deals deals;
    private final OpportunityObject deal;

    WonByMonth(ReportReader reports, Deals deals, OpportunityObject deal) {
        this.reports = reports;
        this.deals = deals;
        this.deal = deal;
    }

    @Override
    public String name() {
        return "won_by_month";
    }

    @Override
    public ReportResult run(Optional<String> period, Filter filter) {
        return reports.run(deals.won(period, filter).by(new Group(deal.closedAt.name(), Bucket.MONTH)));
    }
}
