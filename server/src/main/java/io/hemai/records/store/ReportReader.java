package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import io.hemai.records.RecordsError;
import io.hemai.records.Report;
import io.hemai.records.ReportResult;
import io.hemai.records.Sort;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/** Answers reports within the acting identity's rights. */
@Component
@NamedInterface("report")
public class ReportReader {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Metadata metadata;
    private final Gate gate;
    private final Visibility visibility;
    private final ValueContexts contexts;
    private final Clock clock;
    private final JsonMapper json;

    ReportReader(
            Jdbc jdbc,
            TenantTransactions transactions,
            Metadata metadata,
            Gate gate,
            Visibility visibility,
            ValueContexts contexts,
            Clock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.metadata = metadata;
        this.gate = gate;
        this.visibility = visibility;
        this.contexts = contexts;
        this.clock = clock;
        this.json = json;
    }

    /** The numbers as they are now. */
    public ReportResult run(Report report) {
        checkSize("limit", report.limit(), 1, Report.MOST_ROWS);
        checkSize("group_by", report.groups().size(), 0, Report.MOST_GROUPS);
        checkSize("measures", report.measures().size(), 1, Report.MOST_MEASURES);
        return transactions.read(() -> new Run(report).answer());
    }

    private static void checkSize(String what, int size, int least, int most) {
        if (size < least || size > most) {
            throw Refusal.ofField(what, RecordsError.REPORT_SIZE, what, least, most);
        }
    }

    /** One report as somebody. */
    private final class Run {
        private final Report report;
        private final ObjectType type;
        private final ReportFrom from;
        private final org.jooq.Condition where;
        private final List<ReportGroup> groups = new ArrayList<>();
        private final List<ReportMeasure> measures = new ArrayList<>();
        private final Map<String, org.jooq.Field<?>> sortable = new HashMap<>();
        private final Set<ReportMeasure> converted = new HashSet<>();

        Run(Report report) {
            this.report = report;
            this.type = metadata.current().require(report.object());
            Identity who = Acting.who();
            Rights rights = gate.rights(who, type);
            if (rights.read().equals(Filter.none())) {
                throw Refusal.of(RecordsError.UNKNOWN_OBJECT, report.object());
            }
            ValueContext context = contexts.current();
            Binder binder = new Binder(who, metadata.current(), gate, context, clock);
            Aliases aliases = new Aliases();
            ConditionSql conditions = new ConditionSql(aliases);
            this.from = new ReportFrom(type, aliases, conditions);
            for (Report.Group group : report.groups()) {
                groups.add(new ReportGroup(group, groups.size() + 1, binder, type, from, context.zone()));
            }
            for (Report.Measure measure : report.measures()) {
                measures.add(new ReportMeasure(measure, measures.size() + 1, binder, type, from));
            }
            this.where = visibility
                    .aggregated(who, type, binder.readable(type), conditions)
                    .and(conditions.compile(binder.caller(type, report.where()), Aliases.ROOT));
            checkNames();
        }

        private void checkNames() {
            Set<String> names = new HashSet<>();
            List<String> all =
                    new ArrayList<>(groups.stream().map(ReportGroup::name).toList());
            all.addAll(measures.stream().map(ReportMeasure::name).toList());
            for (String name : all) {
                if (!names.add(name)) {
                    throw Refusal.ofField(name, RecordsError.REPORT_NAME_TWICE, name);
                }
            }
            groups.forEach(g -> sortable.put(g.name(), g.order()));
            measures.forEach(m -> sortable.put(m.name(), m.value()));
        }

        ReportResult answer() {
            List<List<JsonNode>> rows = new ArrayList<>();
            List<JsonNode> total = new ArrayList<>();
            boolean more = jdbc.whole(statement(), result -> read(result, rows, total));
            if (total.isEmpty()) {
                groups.forEach(g -> total.add(node(JsonGenerator::writeNull)));
                measures.forEach(m -> total.add(node(m::writeNone)));
            } else {
                countDistinct(total);
            }
            return new ReportResult(columns(), rows, total, more);
        }

        private Select<? extends Record> statement() {
            List<org.jooq.Field<?>> inner = new ArrayList<>();
            List<org.jooq.Field<?>> by = new ArrayList<>();
            List<org.jooq.Field<?>> outer = new ArrayList<>();
            groups.forEach(g -> {
                inner.addAll(g.keys());
                by.addAll(g.grouped());
                outer.addAll(g.columns());
            });
            measures.forEach(m -> inner.addAll(m.aggregates()));
            measures.forEach(m -> outer.add(m.value()));
            measures.forEach(m -> outer.add(m.total()));
            measures.forEach(m -> outer.add(m.converted()));
            List<org.jooq.Field<?>> named = new ArrayList<>();
            outer.forEach(field -> named.add(field.as("c" + (named.size() + 1))));
            Select<? extends Record> grouped = by.isEmpty()
                    ? DSL.select(inner).from(from.tables()).where(where)
                    : DSL.select(inner).from(from.tables()).where(where).groupBy(by);
            return DSL.select(named)
                    .from(grouped.asTable(ReportFrom.grouped().last()))
                    .orderBy(order())
                    .limit(DSL.inline(report.limit() + 1));
        }

        private Collection<SortField<?>> order() {
            List<SortField<?>> order = new ArrayList<>();
            for (Sort sort : report.sort()) {
                org.jooq.Field<?> by = sortable.get(sort.path());
                if (by == null) {
                    throw Refusal.ofField("sort", RecordsError.UNKNOWN_REPORT_SORT, sort.path());
                }
                order.add((sort.descending() ? by.desc() : by.asc()).nullsLast());
            }
            groups.forEach(g -> order.add(g.order().asc().nullsLast()));
            return order;
        }

        private boolean read(ResultSet result, List<List<JsonNode>> rows, List<JsonNode> total) throws SQLException {
            ResultColumns columns = new ResultColumns(result);
            while (result.next()) {
                if (rows.size() == report.limit()) {
                    return true;
                }
                int at = 1;
                List<JsonNode> row = new ArrayList<>();
                for (ReportGroup group : groups) {
                    int first = at;
                    row.add(node(out -> group.write(columns, first, out)));
                    at += group.columns().size();
                }
                numbers(columns, at, row);
                rows.add(row);
                if (total.isEmpty()) {
                    groups.forEach(g -> total.add(node(JsonGenerator::writeNull)));
                    numbers(columns, at + measures.size(), total);
                    converted(columns, at + 2 * measures.size());
                }
            }
            return false;
        }

        private void numbers(ResultColumns columns, int from, List<JsonNode> into) {
            int at = from;
            for (ReportMeasure measure : measures) {
                int column = at++;
                into.add(node(out -> measure.write(columns, column, out)));
            }
        }

        private void converted(ResultColumns columns, int from) {
            int at = from;
            for (ReportMeasure measure : measures) {
                if (Boolean.TRUE.equals(columns.at(at++).bool(0))) {
                    converted.add(measure);
                }
            }
        }

        /** Values that occur in several groups are counted once in the total. */
        private void countDistinct(List<JsonNode> total) {
            List<ReportMeasure> distinct =
                    measures.stream().filter(ReportMeasure::distinct).toList();
            if (distinct.isEmpty()) {
                return;
            }
            List<org.jooq.Field<?>> counts = new ArrayList<>();
            distinct.forEach(m -> counts.addAll(m.aggregates()));
            jdbc.whole(DSL.select(counts).from(from.tables()).where(where), result -> {
                result.next();
                ResultColumns columns = new ResultColumns(result);
                for (int i = 0; i < distinct.size(); i++) {
                    ReportMeasure measure = distinct.get(i);
                    int column = i + 1;
                    total.set(
                            groups.size() + measures.indexOf(measure),
                            node(out -> measure.write(columns, column, out)));
                }
                return total;
            });
        }

        private List<ReportResult.Column> columns() {
            List<ReportResult.Column> columns = new ArrayList<>();
            for (ReportGroup group : groups) {
                Map<String, Object> about = new LinkedHashMap<>();
                about.put("field", group.name());
                about.put("type", group.field().type().code());
                if (group.group().bucket() != null) {
                    about.put("bucket", group.group().bucket().code());
                }
                columns.add(new ReportResult.Column(group.name(), "group", about));
            }
            for (ReportMeasure measure : measures) {
                columns.add(new ReportResult.Column(measure.name(), "measure", about(measure)));
            }
            return columns;
        }

        private Map<String, Object> about(ReportMeasure measure) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("fn", measure.measure().fn().code());
            if (measure.measure().path() != null && measure.field() != null) {
                about.put("field", measure.measure().path());
                about.put("type", measure.field().type().code());
            }
            if (converted.contains(measure)) {
                about.put("converted", true);
            }
            return about;
        }

        private JsonNode node(Consumer<JsonGenerator> write) {
            try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
                write.accept(buffer);
                return json.readTree(buffer.asParser());
            }
        }
    }
}
