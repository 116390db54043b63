package io.hemai.automation;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.query.FilterJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One definition while it is read. */
final class FlowReading {
    private static final int MOST_STEPS = 200;
    private static final int DEEPEST = 10;

    private final FlowPlans plans;
    private final ObjectType type;
    private final FieldsUsed used;
    private final Problems problems;
    private final Map<String, FlowPlan.Step<?>> steps;
    private final boolean looped;

    FlowReading(FlowPlans plans, ObjectType type) {
        this.plans = plans;
        this.type = type;
        this.used = new FieldsUsed(plans.metadata());
        this.problems = new Problems();
        this.steps = new LinkedHashMap<>();
        this.looped = false;
    }

    /** What is within a loop of the same definition, about records of another object. */
    private FlowReading(FlowReading around, ObjectType type) {
        this.plans = around.plans;
        this.type = type;
        this.used = around.used;
        this.problems = around.problems;
        this.steps = around.steps;
        this.looped = true;
    }

    FlowPlan read(@Nullable Object definition) {
        Map<String, Object> members = members("definition", definition, Set.of("trigger", "when", "steps"));
        FlowPlan.Start<?> start = start(members.get("trigger"));
        Filter when = filter("when", members.get("when"));
        String first = steps("steps", members.get("steps"), null, 1);
        if (first == null && problems.isEmpty()) {
            problems.add("steps", AutomationError.NO_STEPS);
        }
        problems.refuseIfAny();
        if (start == null || first == null) {
            throw new IllegalStateException("a flow without problems has a beginning");
        }
        return new FlowPlan(start, when, steps, first, used.all());
    }

    private FlowPlan.@Nullable Start<?> start(@Nullable Object given) {
        Map<String, Object> members = members("trigger", given, Set.of("kind", "input"));
        String name = String.valueOf(members.get("kind"));
        Trigger<?> trigger = plans.triggers().get(name);
        if (trigger == null) {
            problems.add(
                    "trigger.kind",
                    AutomationError.UNKNOWN_TRIGGER,
                    name,
                    String.join(", ", plans.triggers().keySet()));
            return null;
        }
        return start(trigger, members.get("input"));
    }

    private <I> FlowPlan.@Nullable Start<I> start(Trigger<I> trigger, @Nullable Object given) {
        return input("trigger.input", trigger.input(), given)
                .map(input -> {
                    trigger.check(input, new FlowChecks(plans, this, type, used, "trigger.input", 0));
                    return new FlowPlan.Start<>(trigger, input);
                })
                .orElse(null);
    }

    private Filter filter(String path, @Nullable Object given) {
        return attempt(path, () -> asked(FilterJson.read(given))).orElse(Filter.none());
    }

    /** The same definition, where it is about records of another object. */
    FlowReading within(ObjectType other) {
        return new FlowReading(this, other);
    }

    /** The filter, once it is sure that the author may ask it. */
    Filter asked(Filter filter) {
        plans.requireAskable(type, filter);
        FieldsUsed named = new FieldsUsed(plans.metadata());
        named.asked(type, filter);
        named.all().stream()
                .map(field -> plans.metadata().require(field.object()))
                .filter(crossed -> !plans.rights(crossed).read().equals(Filter.all()))
                .findFirst()
                .ifPresent(crossed -> {
                    throw Refusal.of(AutomationError.NOT_ALL_READABLE, crossed.name());
                });
        used.asked(type, filter);
        return filter;
    }

    /** Reads steps from the last to the first, so that each knows what comes after it; answers the first one's id. */
    private @Nullable String steps(String path, @Nullable Object given, @Nullable String after, int depth) {
        if (!(given instanceof List<?> list)) {
            problems.add(path, KernelError.WRONG_TYPE, path);
            return after;
        }
        if (depth > DEEPEST) {
            problems.add(path, AutomationError.TOO_DEEP, DEEPEST);
            return after;
        }
        String next = after;
        for (int i = list.size() - 1; i >= 0; i--) {
            if (steps.size() >= MOST_STEPS) {
                problems.add(path, AutomationError.TOO_MANY_STEPS, MOST_STEPS);
                return next;
            }
            next = step(path + "[" + i + "]", list.get(i), next, depth);
        }
        return next;
    }

    private @Nullable String step(String path, @Nullable Object given, @Nullable String next, int depth) {
        Map<String, Object> members = members(path, given, Set.of("id", "do", "input", "ways"));
        String id = members.get("id") instanceof String named && !named.isBlank() ? named.strip() : path;
        String name = String.valueOf(members.get("do"));
        Action<?> action = plans.actions().get(name);
        if (action == null) {
            problems.add(
                    path + ".do",
                    AutomationError.UNKNOWN_STEP,
                    name,
                    String.join(", ", plans.actions().keySet()));
            return next;
        }
        if (looped && (action.loops() || action.asks())) {
            problems.add(path + ".do", AutomationError.NOT_IN_LOOP);
        }
        planned(path, id, action, members, next, depth);
        return id;
    }

    private <I> void planned(
            String path, String id, Action<I> action, Map<String, Object> members, @Nullable String next, int depth) {
        Optional<I> given = input(path + ".input", action.input(), members.get("input"));
        Optional<FlowReading> within = action.loops()
                ? given.flatMap(input -> action.over(input, type))
                        .flatMap(plans.metadata()::find)
                        .map(this::within)
                : Optional.of(this);
        List<Way> ways = within.map(reading -> reading.ways(path + ".ways", members.get("ways"), action, next, depth))
                .orElse(List.of());
        given.ifPresent(input -> {
            action.check(input, new FlowChecks(plans, this, type, used, path + ".input", ways.size()));
            if (steps.put(id, new FlowPlan.Step<>(id, action, input, ways, next)) != null) {
                problems.add(path + ".id", AutomationError.STEP_TWICE, id);
            }
        });
    }

    private List<Way> ways(String path, @Nullable Object given, Action<?> action, @Nullable String next, int depth) {
        List<?> list = given instanceof List<?> several ? several : List.of();
        boolean whenRefused = action.asks() && list.size() == 1;
        if (action.loops()) {
            checkLoop(path, list);
        } else if (action.branches() == list.isEmpty() && !whenRefused) {
            problems.add(path, action.branches() ? AutomationError.NO_WAYS : AutomationError.WAYS_UNFIT);
            return List.of();
        }
        // what was refused does not go on to what was to be approved, and each turn of a loop ends for itself
        String after = action.asks() || action.loops() ? null : next;
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = path + "[" + i + "]";
            Map<String, Object> members = members(place, list.get(i), Set.of("name", "when", "steps"));
            ways.add(new Way(
                    members.get("name") instanceof String name ? name : place,
                    filter(place + ".when", members.get("when")),
                    steps(place + ".steps", members.get("steps"), after, depth + 1)));
        }
        return ways;
    }

    private void checkLoop(String path, List<?> ways) {
        boolean one = ways.size() == 1
                && ways.getFirst() instanceof Map<?, ?> way
                && way.get("when") == null
                && way.get("steps") instanceof List<?> steps
                && !steps.isEmpty();
        if (!one) {
            problems.add(path, AutomationError.LOOP_WAY);
        }
    }

    private <I> Optional<I> input(String path, Class<I> into, @Nullable Object given) {
        return attempt(path, () -> plans.input(given, into));
    }

    @SuppressWarnings("unchecked") // JSON has texts as names
    private Map<String, Object> members(String path, @Nullable Object given, Set<String> known) {
        if (!(given instanceof Map<?, ?> members)) {
            problems.add(path, KernelError.WRONG_TYPE, path);
            return Map.of();
        }
        members.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(
                        path + "." + name,
                        KernelError.UNKNOWN_PROPERTY,
                        name,
                        String.join(", ", known.stream().sorted().toList())));
        return (Map<String, Object>) members;
    }

    /** What the work answers; empty, with its problems noted, where it refuses. */
    <T> Optional<T> attempt(String path, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Refusal refused) {
            refused.problems().forEach(problem -> note(path, problem));
            return Optional.empty();
        }
    }

    private void note(String path, Problem problem) {
        refuse(at(path, problem.field()), problem.code(), problem.args().toArray());
    }

    /** Notes what is wrong at a place of the definition. */
    void refuse(String path, ErrorCode code, Object... args) {
        problems.add(path, code, args);
    }

    static String at(String path, @Nullable String member) {
        return member == null || member.isEmpty() ? path : path + "." + member;
    }
}
