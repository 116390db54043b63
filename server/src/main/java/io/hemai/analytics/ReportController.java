package io.hemai.analytics;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.records.Report;
import io.hemai.records.ReportResult;
import io.hemai.records.query.FilterJson;
import io.hemai.records.store.ReportReader;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reports over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {
    private final ReportReader reports;
    private final ReadyReports ready;

    ReportController(ReportReader reports, ReadyReports ready) {
        this.reports = reports;
        this.ready = ready;
    }

    /** An answer. */
    record Answered(List<Map<String, Object>> columns, List<List<JsonNode>> rows, List<JsonNode> total, boolean more) {}

    @PostMapping("/run")
    @WhileViewing
    @Once(Once.How.NOWHERE)
    @RequiresScope(Scope.REPORTS_RUN)
    Answered run(@RequestBody JsonBody body) {
        Report report = ReportRequest.read(body);
        return answered(reports.run(report));
    }

    @GetMapping("/{name}")
    @WhileViewing
    @RequiresScope(Scope.REPORTS_RUN)
    Answered ready(@PathVariable String name, Parameters parameters) {
        parameters.only("period", "filter");
        Object filter = parameters.json("filter").map(JsonBody::value).orElse(null);
        return answered(ready.run(name, parameters.text("period"), FilterJson.read(filter)));
    }

    private static Answered answered(ReportResult result) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (ReportResult.Column column : result.columns()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("name", column.name());
            shown.put("kind", column.kind());
            shown.putAll(column.about());
            columns.add(shown);
        }
        return new Answered(columns, result.rows(), result.total(), result.more());
    }
}
