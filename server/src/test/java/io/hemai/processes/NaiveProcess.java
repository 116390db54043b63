package io.hemai.processes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a process says of a move, told word by word from its definition; slow, and with no thought of how it is stored. */
final class NaiveProcess {
    private final String others;
    private final List<Map<String, Object>> states;
    private final List<Map<String, Object>> gates;

    @SuppressWarnings("unchecked") // as the tests make it
    NaiveProcess(Map<String, Object> definition) {
        others = text(definition, "others");
        states = (List<Map<String, Object>>) Objects.requireNonNull(definition.get("states"));
        gates = (List<Map<String, Object>>) Objects.requireNonNull(definition.get("gates"));
    }

    /** A record that is to move, and who moves it. */
    record Case(@Nullable String from, String to, Map<String, ?> values, Set<String> ticked, boolean owner) {}

    /** The codes of what stands in the way, each with the gate's id. */
    Set<String> problems(Case one) {
        boolean begins = states.stream().noneMatch(state -> text(state, "value").equals(one.from()));
        if (!(begins ? mayBegin(one.to()) : mayMove(Objects.requireNonNull(one.from()), one.to()))) {
            return Set.of(begins ? "process.no_start" : "process.not_allowed");
        }
        Set<String> problems = new LinkedHashSet<>();
        for (Map<String, Object> gate : demanded(one.from(), one.to())) {
            if (gate.containsKey("who") && !one.owner()) {
                problems.add("process.not_yours");
            }
            for (Object field : list(gate, "required")) {
                if (one.values().get(field) == null) {
                    problems.add("process.required " + field);
                }
            }
            for (Object condition : list(gate, "conditions")) {
                Map<?, ?> when = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) condition).get("when"));
                if (!Objects.equals(one.values().get(when.get("field")), when.get("value"))) {
                    problems.add("process.condition");
                }
            }
            for (Object item : list(gate, "checklist")) {
                if (!one.ticked().contains(gate.get("id") + " " + ((Map<?, ?>) item).get("key"))) {
                    problems.add("process.unchecked");
                }
            }
            if (gate.containsKey("approval") && !text(gate, "to").equals(one.to())) {
                problems.add("process.skips_approval");
            }
        }
        return problems;
    }

    /** Whether people are to be asked once nothing else is in the way. */
    boolean asks(@Nullable String from, String to) {
        return demanded(from, to).stream()
                .anyMatch(gate -> text(gate, "to").equals(to) && gate.containsKey("approval"));
    }

    private boolean mayBegin(String to) {
        boolean anyStart = false;
        boolean isStart = false;
        for (Map<String, Object> state : states) {
            if (Boolean.TRUE.equals(state.get("start"))) {
                anyStart = true;
                isStart |= text(state, "value").equals(to);
            }
        }
        if (anyStart) {
            return isStart;
        }
        if (text(states.getFirst(), "value").equals(to)) {
            return true;
        }
        // elsewhere it begins only where nobody says from where that is entered, and nobody has to be asked
        return !others.equals("refuse")
                && !onlyFromSome(to)
                && skipsNone(0, to)
                && demanded(null, to).stream()
                        .noneMatch(gate -> text(gate, "to").equals(to) && gate.containsKey("approval"));
    }

    private boolean mayMove(String from, String to) {
        boolean whole = skipsNone(isAside(from) ? 0 : place(from) + 1, to);
        if (!listed(from, to).isEmpty()) {
            return whole;
        }
        if (isBack(from, to)) {
            return !others.equals("refuse");
        }
        boolean free = whole && !onlyFromSome(to);
        return free && (others.equals("allow") || (others.equals("back") && (isAside(from) || isAside(to))));
    }

    /** Whether every gate of the value names from where it is entered, and not all is allowed anyway. */
    private boolean onlyFromSome(String value) {
        boolean some = false;
        if (others.equals("allow")) {
            return false;
        }
        for (Map<String, Object> gate : gates) {
            if (text(gate, "to").equals(value)) {
                if (list(gate, "from").isEmpty()) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /** Whether no value is left out on the way, from the place on, that is entered only from some. */
    private boolean skipsNone(int first, String to) {
        for (int i = first; !isAside(to) && i < place(to); i++) {
            String skipped = text(states.get(i), "value");
            if (!isAside(skipped) && onlyFromSome(skipped)) {
                return false;
            }
        }
        return true;
    }

    /** What is aside has no before and after. */
    private boolean isBack(@Nullable String from, String to) {
        return !isAside(from) && !isAside(to) && place(to) >= 0 && place(to) < place(from);
    }

    private int place(@Nullable String value) {
        for (int i = 0; i < states.size(); i++) {
            if (text(states.get(i), "value").equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAside(@Nullable String value) {
        return place(value) >= 0 && Boolean.TRUE.equals(states.get(place(value)).get("aside"));
    }

    private List<Map<String, Object>> listed(@Nullable String from, String to) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Map<String, Object> gate : gates) {
            List<?> origins = list(gate, "from");
            if (text(gate, "to").equals(to) && (origins.isEmpty() || origins.contains(from))) {
                listed.add(gate);
            }
        }
        return listed;
    }

    private List<Map<String, Object>> demanded(@Nullable String from, String to) {
        List<Map<String, Object>> demanded = new ArrayList<>();
        if (place(to) >= 0 && !isAside(to)) {
            for (int i = isAside(from) ? 0 : place(from) + 1; i < place(to); i++) {
                String skipped = text(states.get(i), "value");
                if (!isAside(skipped)) {
                    gates.stream()
                            .filter(gate -> text(gate, "to").equals(skipped)
                                    && list(gate, "from").isEmpty())
                            .forEach(demanded::add);
                }
            }
        }
        for (Map<String, Object> gate : listed(from, to)) {
            if (!isBack(from, to) || !list(gate, "from").isEmpty()) {
                demanded.add(gate);
            }
        }
        return demanded;
    }

    private static String text(Map<String, Object> members, String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }

    private static List<?> list(Map<String, Object> gate, String member) {
        return (List<?>) gate.getOrDefault(member, List.of());
    }
}
