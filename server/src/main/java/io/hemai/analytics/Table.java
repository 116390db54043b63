package io.hemai.analytics;

import io.hemai.records.ReportResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A report's result to which columns are added that come of other results. */
final class Table {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final ReportResult result;

    Table(ReportResult result) {
        this.result = result;
    }

    ReportResult result() {
        return result;
    }

    /** Adds a column of whole numbers. */
    Table column(String name, ToLongFunction<List<JsonNode>> value, long total) {
        List<List<JsonNode>> rows = new ArrayList<>();
        result.rows().forEach(row -> rows.add(with(row, JSON.numberNode(value.applyAsLong(row)))));
        return new Table(new ReportResult(
                columns(name, "integer"), rows, with(result.total(), JSON.numberNode(total)), result.more()));
    }

    /** Adds a column that says how many per cent the part is of the whole, both columns of the same row. */
    Table rate(String name, String part, String whole) {
        int of = result.place(part);
        int in = result.place(whole);
        List<List<JsonNode>> rows = new ArrayList<>();
        result.rows()
                .forEach(row -> rows.add(
                        with(row, percent(row.get(of).asLong(), row.get(in).asLong()))));
        return new Table(new ReportResult(
                columns(name, "percent"),
                rows,
                with(
                        result.total(),
                        percent(
                                result.total().get(of).asLong(),
                                result.total().get(in).asLong())),
                result.more()));
    }

    /** The share in per cent with one digit; null of nothing. */
    static JsonNode percent(long part, long whole) {
        return whole == 0
                ? JSON.nullNode()
                : JSON.stringNode(new BigDecimal(part)
                        .multiply(HUNDRED)
                        .divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    List<ReportResult.Column> columns(String name, String type) {
        List<ReportResult.Column> columns = new ArrayList<>(result.columns());
        columns.add(new ReportResult.Column(name, "measure", Map.of("type", type)));
        return columns;
    }

    static List<JsonNode> with(List<JsonNode> row, JsonNode value) {
        List<JsonNode> more = new ArrayList<>(row);
        more.add(value);
        return more;
    }
}
