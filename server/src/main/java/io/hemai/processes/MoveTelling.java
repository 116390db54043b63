package io.hemai.processes;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.approvals.Approvals;
import io.hemai.identity.Acting;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.ProblemTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where a record stands on its ways, and what is in the way of its next moves. */
@Component
class MoveTelling {
    private final LiveProcesses processes;
    private final Gates gates;
    private final GateChecks checks;
    private final GateCheckObject check;
    private final Mover.Movers movers;
    private final Approvals approvals;
    private final PeopleSource people;
    private final Records records;
    private final Matcher matcher;
    private final ValueContexts contexts;
    private final ProblemTexts texts;
    private final TenantTransactions transactions;

    MoveTelling(
            LiveProcesses processes,
            Gates gates,
            GateChecks checks,
            GateCheckObject check,
            Mover.Movers movers,
            Approvals approvals,
            PeopleSource people,
            Records records,
            Matcher matcher,
            ValueContexts contexts,
            ProblemTexts texts,
            TenantTransactions transactions) {
        this.processes = processes;
        this.gates = gates;
        this.checks = checks;
        this.check = check;
        this.movers = movers;
        this.approvals = approvals;
        this.people = people;
        this.records = records;
        this.matcher = matcher;
        this.contexts = contexts;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** The processes that a record which the caller reads is in, as plain JSON. */
    List<Map<String, @Nullable Object>> at(String object, RecordId id) {
        return transactions.read(() -> {
            Row row = records.read(object, id);
            Mover mover = movers.acting(row.type());
            Locale reader = Acting.who().locale();
            return Acting.call(LiveProcesses.LOOKING, () -> {
                Matches matches = matcher.among(row.type(), List.of(row));
                return processes.about(row.type()).stream()
                        .filter(process -> mover.sees(process.plan().field()))
                        .filter(process -> matches.matches(id, process.plan().when()))
                        .map(process -> told(process, row, mover, reader))
                        .toList();
            });
        });
    }

    private Map<String, @Nullable Object> told(LiveProcess process, Row row, Mover mover, Locale reader) {
        ProcessPlan plan = process.plan();
        String from = GateJudge.code(plan.field(), row);
        Map<String, Row> ticks = !plan.items().isEmpty() ? checks.of(process.id(), row.type(), row.id()) : Map.of();
        Map<RecordId, Person> persons = people.persons(ticks.values().stream()
                .map(tick -> tick.value(check.by))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        boolean asks = plan.approves();
        Set<String> pending = asks ? approvals.pendingSteps(row.id()) : Set.of();
        List<Map<String, @Nullable Object>> moves = new ArrayList<>();
        for (ProcessPlan.State state : plan.states()) {
            if (!state.value().equals(from)) {
                Gates.Move move = move(process, from, state.value(), row, ticks);
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("to", state.value());
                one.put("allowed", plan.leads(from, state.value()));
                one.put(
                        "problems",
                        gates.problems(move, mover).stream()
                                .map(problem -> told(problem, reader))
                                .toList());
                one.put("checklist", list(move, ticks, persons));
                one.put("approval", approval(move, pending));
                moves.add(one);
            }
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("process", process.id().toString());
        plain.put("name", process.name());
        plain.put("field", plan.field().name());
        plain.put("state", from);
        plain.put("guide", plan.state(from).map(ProcessPlan.State::guide).orElse(null));
        plain.put("moves", moves);
        return plain;
    }

    private Gates.Move move(LiveProcess process, @Nullable String from, String to, Row row, Map<String, Row> ticks) {
        Row after = with(row, process.plan().field(), to);
        Matches matches = matcher.among(row.type(), List.of(after));
        Set<String> ticked = ticks.values().stream()
                .filter(tick -> tick.require(check.done))
                .map(tick -> tick.require(check.item))
                .collect(Collectors.toSet());
        return new Gates.Move(process, from, to, row, after, filter -> matches.matches(row.id(), filter), ticked, null);
    }

    /** The record with another value. */
    private Row with(Row row, Field<?> field, String code) {
        @Nullable Object[] values = row.values();
        values[row.type().place(field)] =
                field.type().coerce(code, contexts.current()) instanceof Coerced.Good<?>(var value) ? value : null;
        return new Row(row.type(), values);
    }

    private Map<String, @Nullable Object> told(Problem problem, Locale reader) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("code", problem.code().code());
        plain.put("field", problem.field());
        plain.put("message", texts.message(problem, reader));
        return plain;
    }

    private List<Map<String, @Nullable Object>> list(
            Gates.Move move, Map<String, Row> ticks, Map<RecordId, Person> persons) {
        return move.plan().passed(move.from(), move.to()).stream()
                .flatMap(gate -> gate.checklist().stream())
                .map(item -> {
                    Optional<Row> tick =
                            Optional.ofNullable(ticks.get(item.key())).filter(row -> row.require(check.done));
                    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                    plain.put("key", item.key());
                    plain.put("text", item.text());
                    plain.put("done", tick.isPresent());
                    plain.put("by", tick.map(row -> person(row, persons)).orElse(null));
                    plain.put(
                            "at",
                            tick.map(row -> row.require(check.at).toString()).orElse(null));
                    return plain;
                })
                .toList();
    }

    private @Nullable Map<String, String> person(Row tick, Map<RecordId, Person> persons) {
        Person found = persons.get(tick.value(check.by));
        return found == null ? null : Map.of("id", found.id().toString(), "label", found.label());
    }

    private static @Nullable Map<String, Object> approval(Gates.Move move, Set<String> pending) {
        return move.plan()
                .asking(move.from(), move.to())
                .map(gate -> Map.<String, Object>of(
                        "chooses",
                        gate.chooses(),
                        "pending",
                        pending.contains(ProcessFlows.part(move.process().id(), gate.id()))))
                .orElse(null);
    }
}
