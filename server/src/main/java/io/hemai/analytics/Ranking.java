package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Report.Group;
import io.hemai.records.ReportResult;
import io.hemai.records.store.ReportReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who won most. */
@Component
class Ranking implements ReadyReport {
    private final ReportReader reports;
    private final Deals deals;

    Ranking(ReportReader reports, Deals deals) {
        this.reports = reports;
        this.deals = deals;
    }

    @Override
    public String name() {
        return "ranking";
    }

    @Override
    public ReportResult run(Optional<String> period, Filter filter) {
        return reports.run(deals.won(period, filter)
                .by(Group.by(CommonFields.OWNER.name()))
                .sort(deals.most()));
    }
}
