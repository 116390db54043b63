package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.metadata.Choice;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.opportunities.StageHistoryObject;
import io.hemai.records.Report;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.ReportResult;
import io.hemai.records.store.ReportReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The deals stage by stage: how many stand in each now and what they are worth, how many of them were ever in it, and how many
 * per cent that is of those that were ever in the stage before.
 */
@Component
class Funnel implements ReadyReport {
    private static final String REACHED = "reached";
    private static final String LOST = "lost";

    private final ReportReader reports;
    private final Metadata metadata;
    private final Deals deals;
    private final OpportunityObject deal;
    private final StageHistoryObject history;

    Funnel(ReportReader reports, Metadata metadata, Deals deals, OpportunityObject deal, StageHistoryObject history) {
        this.reports = reports;
        this.metadata = metadata;
        this.deals = deals;
        this.deal = deal;
        this.history = history;
    }

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public ReportResult run(Optional<String> period, Filter filter) {
        Filter meant = ReadyReport.within(CommonFields.CREATED_AT, period).and(filter);
        ReportResult now = reports.run(Report.of(deal.name())
                .where(meant)
                .by(Group.by(deal.stage.name()))
                .measuring(Measure.count("count"), deals.amount()));
        ReportResult ever = reports.run(Report.of(history.name())
                .where(over(history.opportunity.name(), meant))
                .by(Group.by(history.stage.name()))
                .measuring(Measure.of(Function.COUNT_DISTINCT, history.opportunity.name(), REACHED)));
        Map<String, Long> reached = new HashMap<>();
        ever.rows()
                .forEach(row ->
                        reached.put(row.getFirst().asString(), row.getLast().asLong()));
        Table table = new Table(inOrder(now))
                .column(
                        REACHED,
                        row -> reached.getOrDefault(row.getFirst().asString(), 0L),
                        ever.total().getLast().asLong());
        return conversions(table);
    }

    /** Every stage of the choice in its order, also those where nothing stands, then those that nobody listed. */
    private ReportResult inOrder(ReportResult result) {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        stages().forEach(stage -> rows.put(
                stage,
                List.of(
                        JsonNodeFactory.instance.stringNode(stage),
                        JsonNodeFactory.instance.numberNode(0),
                        JsonNodeFactory.instance.nullNode())));
        result.rows().forEach(row -> rows.put(row.getFirst().asString(), row));
        return new ReportResult(result.columns(), List.copyOf(rows.values()), result.total(), result.more());
    }

    private List<String> stages() {
        return metadata.current()
                .of(deal)
                .field(deal.stage.name())
                .filter(f -> f.type() instanceof ListsChoices)
                .map(f -> ((ListsChoices) f.type())
                        .choices().all().stream().map(Choice::code).toList())
                .orElse(List.of());
    }

    private static ReportResult conversions(Table table) {
        ReportResult result = table.result();
        int place = result.place(REACHED);
        List<List<JsonNode>> rows = new ArrayList<>();
        long before = 0;
        for (List<JsonNode> row : result.rows()) {
            long here = row.get(place).asLong();
            boolean follows = !row.getFirst().asString().equals(LOST);
            rows.add(Table.with(row, Table.percent(here, follows ? before : 0)));
            before = here;
        }
        return new ReportResult(
                table.columns("conversion", "percent"),
                rows,
                Table.with(result.total(), Table.percent(0, 0)),
                result.more());
    }

    /** The filter on records that lead to those it was meant for. */
    private static Filter over(String link, Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) ->
                new Filter.And(parts.stream().map(p -> over(link, p)).toList());
            case Filter.Or(var parts) ->
                new Filter.Or(parts.stream().map(p -> over(link, p)).toList());
            case Filter.Not(var part) -> new Filter.Not(over(link, part));
            case Filter.Leaf(var path, var op, var value) -> new Filter.Leaf(link + "." + path, op, value);
            case Filter.Shared shared -> throw new IllegalArgumentException("rights are no question");
            case Filter.Through through -> throw new IllegalArgumentException("rights are no question");
        };
    }
}
