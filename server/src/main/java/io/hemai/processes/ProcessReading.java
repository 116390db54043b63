package io.hemai.processes;

import io.hemai.automation.FlowPlan;
import io.hemai.automation.GivenFlows;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.query.FilterJson;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One drawn process while it is read; all that is wrong is told at once, each thing beside its place. */
final class ProcessReading {
    private static final int MOST = 100;
    private static final int MOST_ITEMS = 30;
    private static final int LONGEST = 200;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_GUIDE = 10_000;

    private final ProcessPlans plans;
    private final ObjectType type;
    private final Field<?> field;
    private final ProcessFlows.Of words;
    private final boolean drawing;
    private final Map<String, Label> values;
    private final Problems problems = new Problems();
    private final Set<FlowPlan.Used> used = new LinkedHashSet<>();
    private final List<GivenFlows.Wanted> flows = new ArrayList<>();

    /**
     * @param drawing whether somebody draws it; else it holds, also where a role or person that it names is gone
     */
    ProcessReading(ProcessPlans plans, ProcessFlows.Of words, boolean drawing) {
        this.plans = plans;
        this.type = words.type();
        this.field = words.field();
        this.words = words;
        this.drawing = drawing;
        this.values = plans.values(type, field);
    }

    /** Whether records can be led through the field's values. */
    static boolean isFit(Field<?> field) {
        return field.type() instanceof ListsChoices
                && field.type().code().equals("choice")
                && !field.has(Trait.READ_ONLY)
                && field.formula() == null;
    }

    ProcessPlan read(Drawn drawn) {
        used.add(new FlowPlan.Used(type.name(), field.name()));
        Filter when = filter("when", drawn.when());
        ProcessPlan.Others others = others(drawn.others());
        limit("states", drawn.way().size(), MOST);
        limit("gates", drawn.allGates().size(), MOST);
        problems.refuseIfAny();
        List<ProcessPlan.State> states = new ArrayList<>();
        for (int i = 0; i < drawn.way().size(); i++) {
            states.add(state("states[" + i + "]", drawn.way().get(i)));
        }
        if (states.isEmpty()) {
            problems.add("states", ProcessError.NO_STATES);
        }
        once("states", "value", states.stream().map(ProcessPlan.State::value).toList(), ProcessError.STATE_TWICE);
        List<ProcessPlan.Gate> gates = new ArrayList<>();
        for (int i = 0; i < drawn.allGates().size(); i++) {
            gates.add(gate("gates[" + i + "]", i, drawn.allGates().get(i)));
        }
        once("gates", "id", gates.stream().map(ProcessPlan.Gate::id).toList(), ProcessError.GATE_TWICE);
        problems.refuseIfAny();
        Set<String> known = states.stream().map(ProcessPlan.State::value).collect(Collectors.toSet());
        for (int i = 0; i < gates.size(); i++) {
            among("gates[" + i + "]", gates.get(i), known);
            alone("gates[" + i + "].approval", gates.get(i), gates.subList(0, i));
        }
        problems.refuseIfAny();
        Set<String> asks = plans.flows().used(type, when).stream()
                .filter(field -> field.object().equals(type.name()))
                .map(FlowPlan.Used::field)
                .collect(Collectors.toSet());
        return new ProcessPlan(field, when, asks, others, states, gates, flows, used);
    }

    /** A gate stands between values of the way. */
    private void among(String path, ProcessPlan.Gate gate, Set<String> known) {
        if (!known.contains(gate.to())) {
            problems.add(path + ".to", ProcessError.NOT_A_STATE, gate.to());
        }
        gate.from().stream()
                .filter(from -> !known.contains(from))
                .forEach(from -> problems.add(path + ".from", ProcessError.NOT_A_STATE, from));
    }

    /** One move asks people once. */
    private void alone(String path, ProcessPlan.Gate gate, List<ProcessPlan.Gate> before) {
        boolean twice = gate.approves()
                && before.stream()
                        .filter(other -> other.approves() && other.to().equals(gate.to()))
                        .anyMatch(other -> other.from().isEmpty()
                                || gate.from().isEmpty()
                                || other.from().stream().anyMatch(gate.from()::contains));
        if (twice) {
            problems.add(path, ProcessError.TWO_APPROVALS);
        }
    }

    private ProcessPlan.Others others(@Nullable String word) {
        for (ProcessPlan.Others each : ProcessPlan.Others.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        if (word != null) {
            problems.add("others", ProcessError.UNKNOWN_WORD, word, "allow, back, refuse");
        }
        return ProcessPlan.Others.ALLOW;
    }

    private ProcessPlan.State state(String path, Drawn.State state) {
        Label label = label(path + ".value", state.value());
        String value = Objects.requireNonNullElse(state.value(), "");
        String called = label.in(CurrentTenant.get().locale());
        text(path + ".guide", state.guide(), LONGEST_GUIDE);
        if (!drawing) {
            return new ProcessPlan.State(value, label, state.starts(), state.isAside(), state.guide());
        }
        if (state.steps() != null && !state.steps().isEmpty()) {
            flow(plans.drawing().entered(words, value, called, state.steps()), "", path + ".");
        }
        if (state.stay() != null) {
            stay(path + ".stay", value, called, state.stay());
        }
        return new ProcessPlan.State(value, label, state.starts(), state.isAside(), state.guide());
    }

    private void stay(String path, String value, String called, Drawn.Stay stay) {
        boolean sound = true;
        for (Integer time : new Integer[] {stay.days(), stay.hours(), stay.thenDays(), stay.thenHours()}) {
            sound &= time == null || (time >= 0 && time <= 1_000);
        }
        boolean first = isTime(stay.days(), stay.hours());
        boolean then = isTime(stay.thenDays(), stay.thenHours());
        if (!sound || !first || (!then && (stay.thenDays() != null || stay.thenHours() != null))) {
            problems.add(path, ProcessError.NO_TIME);
        } else {
            flow(plans.drawing().stay(words, value, called, stay), "", path + ".");
        }
    }

    private static boolean isTime(@Nullable Integer days, @Nullable Integer hours) {
        return Objects.requireNonNullElse(days, 0) + Objects.requireNonNullElse(hours, 0) > 0;
    }

    private ProcessPlan.Gate gate(String path, int place, Drawn.GateDrawn gate) {
        Label label = label(path + ".to", gate.to());
        String to = Objects.requireNonNullElse(gate.to(), "");
        gate.origins().forEach(from -> label(path + ".from", from));
        String id = gate.id() == null || gate.id().isBlank()
                ? String.valueOf(place)
                : gate.id().strip();
        text(path + ".id", id, LONGEST_KEY);
        if (gate.id() == null && (gate.approval() != null || !gate.items().isEmpty())) {
            problems.add(path + ".id", KernelError.MISSING, "id");
        }
        limit(path + ".checklist", gate.items().size(), MOST_ITEMS);
        limit(path + ".conditions", gate.asks().size(), MOST_ITEMS);
        if (drawing && gate.approval() != null) {
            String called = label.in(CurrentTenant.get().locale());
            flow(
                    plans.drawing().approval(words, id, to, called, gate.approval()),
                    "steps[0].input",
                    path + ".approval");
        }
        return new ProcessPlan.Gate(
                id,
                to,
                Set.copyOf(gate.origins()),
                required(path + ".required", gate.fields()),
                conditions(path + ".conditions", gate.asks()),
                items(path + ".checklist", id, gate.items()),
                who(path + ".who", gate.who()),
                gate.approval() != null,
                gate.approval() != null && "chosen".equals(gate.approval().get("who")));
    }

    /** What people can fill in, or what is worked out of that. */
    private List<Field<?>> required(String path, List<String> names) {
        List<Field<?>> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String place = path + "[" + i + "]";
            Optional<Field<?>> known = type.field(names.get(i));
            if (drawing && known.isEmpty()) {
                problems.add(place, ProcessError.UNKNOWN_FIELD, type.label(), names.get(i));
            }
            if (drawing && known.filter(ProcessReading::isFilledByHemai).isPresent()) {
                problems.add(
                        place, ProcessError.NOT_TO_FILL, known.orElseThrow().label());
            }
            known.ifPresent(each -> {
                found.add(each);
                used.add(new FlowPlan.Used(type.name(), each.name()));
            });
        }
        return found;
    }

    private static boolean isFilledByHemai(Field<?> field) {
        return field.has(Trait.READ_ONLY) && field.formula() == null;
    }

    private List<ProcessPlan.Condition> conditions(String path, List<Drawn.Condition> asked) {
        List<ProcessPlan.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String place = path + "[" + i + "]";
            String message = asked.get(i).message();
            if (message == null || message.isBlank()) {
                problems.add(place + ".message", KernelError.MISSING, "message");
            }
            text(place + ".message", message, LONGEST);
            Filter when = filter(place + ".when", asked.get(i).when());
            conditions.add(new ProcessPlan.Condition(when, Objects.requireNonNullElse(message, "")));
        }
        return conditions;
    }

    private List<ProcessPlan.Item> items(String path, String gate, List<Drawn.Item> listed) {
        List<ProcessPlan.Item> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            Drawn.Item item = listed.get(i);
            String place = path + "[" + i + "]";
            String key = Objects.requireNonNullElse(item.key(), "");
            if (key.isBlank() || !keys.add(key)) {
                problems.add(place + ".key", ProcessError.ITEM_TWICE, key);
            }
            if (item.text() == null || item.text().isBlank()) {
                problems.add(place + ".text", KernelError.MISSING, "text");
            }
            text(place + ".key", key, LONGEST_KEY);
            text(place + ".text", item.text(), LONGEST);
            items.add(new ProcessPlan.Item(gate + " " + key, Objects.requireNonNullElse(item.text(), "")));
        }
        return items;
    }

    private Drawn.Who who(String path, Drawn.@Nullable Who who) {
        if (who == null) {
            return new Drawn.Who(null, null, null, null);
        }
        if (!drawing) {
            return who;
        }
        if (who.isNobody()) {
            problems.add(path, ProcessError.NOBODY);
        }
        limit(path + ".people", who.anyPeople().size(), MOST);
        who.anyRoles().stream()
                .filter(role -> plans.roles().find(role).isEmpty())
                .forEach(role -> problems.add(path + ".roles", ProcessError.NOBODY));
        Set<RecordId> known = plans.people().persons(who.anyPeople()).keySet();
        who.anyPeople().stream()
                .filter(person -> !known.contains(person))
                .forEach(person -> problems.add(path + ".people", ProcessError.NOBODY));
        return who;
    }

    private Label label(String path, @Nullable String value) {
        Label label = value == null ? null : values.get(value);
        if (drawing && label == null) {
            problems.add(path, ProcessError.UNKNOWN_VALUE, String.valueOf(value), field.label());
        }
        return label == null ? Label.same(String.valueOf(value)) : label;
    }

    private Filter filter(String path, @Nullable Object given) {
        Filter filter = attempt(path, () -> drawing ? plans.flows().asked(type, given) : FilterJson.read(given))
                .orElse(Filter.none());
        used.addAll(plans.flows().used(type, filter));
        return filter;
    }

    /** A flow of the process; what is wrong below the one place is told below the other. */
    private void flow(GivenFlows.Wanted flow, String below, String instead) {
        try {
            used.addAll(plans.flows().read(type, flow.definition()).used());
            flows.add(flow);
        } catch (Refusal refused) {
            refused.problems().forEach(problem -> {
                String at = Objects.requireNonNullElse(problem.field(), "");
                problems.add(moved(problem, at.startsWith(below) ? instead + at.substring(below.length()) : instead));
            });
        }
    }

    private <T> Optional<T> attempt(String path, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Refusal refused) {
            refused.problems().forEach(problem -> problems.add(moved(problem, path)));
            return Optional.empty();
        }
    }

    private static Problem moved(Problem problem, String path) {
        return new Problem(path, null, problem.code(), problem.args());
    }

    private void text(String path, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            problems.add(path, ProcessError.TOO_LONG, longest);
        }
    }

    private void limit(String path, int count, int most) {
        if (count > most) {
            problems.add(path, ProcessError.TOO_MANY, most);
        }
    }

    private void once(String path, String member, List<String> keys, ProcessError twice) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                problems.add(path + "[" + i + "]." + member, twice, keys.get(i));
            }
        }
    }
}
