package io.hemai.analytics;

import io.hemai.records.Report;
import io.hemai.web.JsonBody;
import io.hemai.workspace.ReportForms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Figures of dashboards speak the language of reports. */
@Component
final class FigureForms implements ReportForms {
    @Override
    public Asked read(Map<String, Object> given) {
        Report report = ReportRequest.read(new JsonBody(given));
        List<String> paths = Stream.concat(
                        report.groups().stream().map(Report.Group::path),
                        report.measures().stream().map(Report.Measure::path))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Asked(report.object(), report.where(), paths);
    }
}
