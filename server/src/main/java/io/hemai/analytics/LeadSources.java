package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.leads.LeadObject;
import io.hemai.leads.LeadStatus;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Report;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.ReportResult;
import io.hemai.records.Sort;
import io.hemai.records.store.ReportReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many of the leads that came in by each source became customers. */
@Component
class LeadSources implements ReadyReport {
    private static final String COUNT = "count";
    private static final String CONVERTED = "converted";

    private final ReportReader reports;
    private final LeadObject lead;

    LeadSources(ReportReader reports, LeadObject lead) {
        this.reports = reports;
        this.lead = lead;
    }

    @Override
    public String name() {
        return "lead_sources";
    }

    @Override
    public ReportResult run(Optional<String> period, Filter filter) {
        Report leads = Report.of(lead.name())
                .where(ReadyReport.within(CommonFields.CREATED_AT, period))
                .where(filter)
                .by(Group.by(lead.source.name()));
        ReportResult all = reports.run(leads.measuring(Measure.count(COUNT)).sort(Sort.parse("-" + COUNT)));
        ReportResult converted =
                reports.run(leads.where(lead.status.is(LeadStatus.CONVERTED)).measuring(Measure.count(CONVERTED)));
        Map<JsonNode, Long> bySource = new HashMap<>();
        converted
                .rows()
                .forEach(row -> bySource.put(row.getFirst(), row.getLast().asLong()));
        return new Table(all)
                .column(
                        CONVERTED,
                        row -> bySource.getOrDefault(row.getFirst(), 0L),
                        converted.total().getLast().asLong())
                .rate("rate", CONVERTED, COUNT)
                .result();
    }
}
