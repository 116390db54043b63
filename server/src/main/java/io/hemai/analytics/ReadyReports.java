package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.records.ReportResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the ready reports by their names. */
@Component
class ReadyReports {
    private final List<ReadyReport> all;

    ReadyReports(List<ReadyReport> all) {
        this.all = all;
    }

    ReportResult run(String name, Optional<String> period, Filter filter) {
        return all.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        AnalyticsError.UNKNOWN_REPORT,
                        name,
                        all.stream().map(ReadyReport::name).sorted().collect(Collectors.joining(", "))))
                .run(period, filter);
    }
}
