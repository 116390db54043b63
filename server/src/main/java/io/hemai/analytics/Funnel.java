package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.opportunities.PipelineStage;
import io.hemai.opportunities.PipelineStages;
import io.hemai.records.Report;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.ReportResult;
import io.hemai.records.store.ReportReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The deals stage by stage, each pipeline for itself: how many stand in each now and what they are worth, how many of them
 * ever came so far or further, and how many per cent that is of those that came to the stage before.
 */
@Component
class Funnel implements ReadyReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int GROUPS = 1_000;

    private final ReportReader reports;
    private final PipelineStages stages;
    private final Deals deals;
    private final OpportunityObject deal;

    Funnel(ReportReader reports, PipelineStages stages, Deals deals, OpportunityObject deal) {
        this.reports = reports;
        this.stages = stages;
        this.deals = deals;
        this.deal = deal;
    }

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public ReportResult run(Optional<String> period, Filter filter) {
        Filter meant = ReadyReport.within(CommonFields.CREATED_AT, period).and(filter);
        Group pipeline = Group.by(deal.pipeline.name());
        Group stage = Group.by(deal.stage.name());
        Report all = Report.of(deal.name()).where(meant).limit(GROUPS);
        ReportResult now = reports.run(all.by(pipeline, stage).measuring(deals.measures()));
        ReportResult ever = reports.run(
                all.by(pipeline, stage, Group.by(deal.furthestStage.name())).measuring(Measure.count("count")));
        Map<String, Way> ways = ways(ever);
        List<List<JsonNode>> rows = new ArrayList<>();
        for (List<JsonNode> row : inOrder(now)) {
            Way way = ways.getOrDefault(text(row.get(0)), new Way(List.of()));
            String at = text(row.get(1));
            rows.add(Table.with(Table.with(row, JSON.numberNode(way.reached(at))), way.conversion(at)));
        }
        Table table = new Table(now)
                .column("reached", row -> 0, ever.total().getLast().asLong());
        return new ReportResult(
                table.columns("conversion", "percent"),
                rows,
                Table.with(table.result().total(), JSON.nullNode()),
                now.more() || ever.more());
    }

    /** The ways of all pipelines, by code, with all deals counted. */
    private Map<String, Way> ways(ReportResult ever) {
        Map<String, Way> ways = new LinkedHashMap<>();
        stages.inOrder().stream()
                .collect(Collectors.groupingBy(PipelineStage::pipeline))
                .forEach((pipeline, own) -> ways.put(pipeline, new Way(own)));
        ever.rows()
                .forEach(row -> ways.computeIfAbsent(text(row.get(0)), p -> new Way(List.of()))
                        .add(text(row.get(1)), text(row.get(2)), row.getLast().asLong()));
        return ways;
    }

    /** Every stage on the way of its pipeline, also where nothing stands, then those that are no longer in use. */
    private List<List<JsonNode>> inOrder(ReportResult now) {
        Map<List<String>, List<JsonNode>> rows = new LinkedHashMap<>();
        for (PipelineStage s : stages.inOrder()) {
            List<JsonNode> none = new ArrayList<>(
                    List.of(JSON.stringNode(s.pipeline()), JSON.stringNode(s.stage()), JSON.numberNode(0)));
            // of what is worth anything, nothing stands there
            while (none.size() < now.columns().size()) {
                none.add(JSON.nullNode());
            }
            rows.put(List.of(s.pipeline(), s.stage()), none);
        }
        now.rows().forEach(row -> rows.put(List.of(text(row.get(0)), text(row.get(1))), row));
        return List.copyOf(rows.values());
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }
}
