package io.hemai.processes;

import io.hemai.automation.FlowPlan;
import io.hemai.automation.GivenFlows;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.metadata.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A process ready to hold.
 *
 * @param when which records it is for
 * @param asks fields of the records by which that is told
 * @param others what becomes of moves without a gate
 * @param flows what happens by itself on the way
 * @param used which fields of which objects it needs
 */
record ProcessPlan(
        Field<?> field,
        Filter when,
        Set<String> asks,
        Others others,
        List<State> states,
        List<Gate> gates,
        List<GivenFlows.Wanted> flows,
        Set<FlowPlan.Used> used) {
    ProcessPlan {
        asks = Set.copyOf(asks);
        states = List.copyOf(states);
        gates = List.copyOf(gates);
        flows = List.copyOf(flows);
        used = Set.copyOf(used);
    }

    /** What becomes of a move for which there is no gate. */
    enum Others {
        ALLOW,
        /** Only one backwards is free. */
        BACK,
        REFUSE
    }

    /** A value on the way. */
    record State(
            String value,
            Label label,
            boolean start,
            boolean aside,
            @Nullable String guide) {}

    /**
     * What must be so before a record comes to a value.
     *
     * @param from the values from which it leads; none for whichever
     * @param approves whether people are asked
     * @param chooses whether who asks chooses them
     */
    record Gate(
            String id,
            String to,
            Set<String> from,
            List<Field<?>> required,
            List<Condition> conditions,
            List<Item> checklist,
            Drawn.Who who,
            boolean approves,
            boolean chooses) {
        Gate {
            from = Set.copyOf(from);
            required = List.copyOf(required);
            conditions = List.copyOf(conditions);
            checklist = List.copyOf(checklist);
        }
    }

    record Condition(Filter when, String message) {}

    /**
     * An item of a list.
     *
     * @param key of the gate and in it
     */
    record Item(String key, String text) {}

    Optional<State> state(@Nullable String value) {
        return states.stream().filter(state -> state.value().equals(value)).findFirst();
    }

    private int place(@Nullable String value) {
        return IntStream.range(0, states.size())
                .filter(i -> states.get(i).value().equals(value))
                .findFirst()
                .orElse(-1);
    }

    /** What people call the value. */
    Label called(String value) {
        return state(value).map(State::label).orElseGet(() -> Label.same(value));
    }

    /**
     * Whether there is such a move at all. Unless all is allowed, a value whose gates name from where is entered from there alone, and not
     * left out on the way forward.
     *
     * @param from null, or a value off the way, for records that begin
     */
    boolean leads(@Nullable String from, String to) {
        if (state(from).isEmpty()) {
            return begins(to);
        }
        if (gates.stream().anyMatch(gate -> isFor(gate, from, to))) {
            return !isCutShort(from, to);
        }
        boolean free = isBackwards(from, to) || (!isGuarded(to) && !isCutShort(from, to));
        return switch (others) {
            case ALLOW -> free;
            case BACK -> free && (isBackwards(from, to) || isAside(from) || isAside(to));
            case REFUSE -> false;
        };
    }

    /** Nothing begins where people are asked first. */
    private boolean begins(String to) {
        if (states.stream().anyMatch(State::start)) {
            return state(to).filter(State::start).isPresent();
        }
        return place(to) == 0
                || (others != Others.REFUSE
                        && !isGuarded(to)
                        && asking(null, to).isEmpty()
                        && !isCutShort(null, to));
    }

    /** Whether the value is entered only from others that gates name; where all else is allowed, gates are about their own moves alone. */
    private boolean isGuarded(String value) {
        return others != Others.ALLOW
                && !isOpen(value)
                && gates.stream().anyMatch(gate -> gate.to().equals(value));
    }

    /** Whether a gate of the value asks whichever way it is entered. */
    private boolean isOpen(String value) {
        return gates.stream()
                .anyMatch(gate -> gate.to().equals(value) && gate.from().isEmpty());
    }

    /** Whether the move leaves out a value that is entered only from others that gates name. */
    private boolean isCutShort(@Nullable String from, String to) {
        return skipped(from, to).stream().anyMatch(state -> isGuarded(state.value()));
    }

    private boolean isAside(@Nullable String value) {
        return state(value).filter(State::aside).isPresent();
    }

    /** The values with which records may begin. */
    List<State> beginnings() {
        return states.stream().filter(state -> begins(state.value())).toList();
    }

    /** The values to which a record may move from there. */
    List<State> next(@Nullable String from) {
        return states.stream()
                .filter(state -> !state.value().equals(from) && leads(from, state.value()))
                .toList();
    }

    private static boolean isFor(Gate gate, @Nullable String from, String to) {
        return gate.to().equals(to)
                && (gate.from().isEmpty() || (from != null && gate.from().contains(from)));
    }

    /** What is aside comes neither before nor after anything. */
    private boolean isBackwards(@Nullable String from, String to) {
        return !isAside(from) && !isAside(to) && place(to) >= 0 && place(to) < place(from);
    }

    /**
     * The gates that a move passes: those of it, and of what it enters unless it goes back; and those of what it skips on its way forward.
     */
    List<Gate> passed(@Nullable String from, String to) {
        boolean back = isBackwards(from, to);
        List<Gate> passed = new ArrayList<>(skipped(from, to).stream()
                .flatMap(state -> gates.stream()
                        .filter(gate -> gate.from().isEmpty() && gate.to().equals(state.value())))
                .toList());
        gates.stream()
                .filter(gate -> isFor(gate, from, to) && !(back && gate.from().isEmpty()))
                .forEach(passed::add);
        return passed;
    }

    /** The values on the way that a move forward leaves out, from the first when it comes from aside; none when it leads there. */
    private List<State> skipped(@Nullable String from, String to) {
        int begin = isAside(from) ? 0 : place(from) + 1;
        return isAside(to)
                ? List.of()
                : IntStream.range(begin, Math.max(begin, place(to)))
                        .mapToObj(states::get)
                        .filter(state -> !state.aside())
                        .toList();
    }

    /** The gate that asks people before a record comes there by that move. */
    Optional<Gate> asking(@Nullable String from, String to) {
        return passed(from, to).stream()
                .filter(gate -> gate.to().equals(to) && gate.approves())
                .findFirst();
    }

    /** The keys of all that people tick. */
    Set<String> items() {
        return gates.stream()
                .flatMap(gate -> gate.checklist().stream())
                .map(Item::key)
                .collect(Collectors.toSet());
    }

    /** Whether any gate asks people. */
    boolean approves() {
        return gates.stream().anyMatch(Gate::approves);
    }

    /** Whether any gate is for the managers of owners. */
    boolean asksManagers() {
        return gates.stream().anyMatch(gate -> gate.who().isManager());
    }

    /** The item of that key. */
    Optional<Item> item(String key) {
        return gates.stream()
                .flatMap(gate -> gate.checklist().stream())
                .filter(item -> item.key().equals(key))
                .findFirst();
    }
}
