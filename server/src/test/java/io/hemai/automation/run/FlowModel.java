package io.hemai.automation.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws flows by chance, and knows what becomes of a record by them: read from the definition alone, as a person would. */
final class FlowModel {
    private static final List<String> NOTES = List.of("a", "b", "c");
    private static final int DEEPEST = 3;

    private final Random chance;
    private int steps;

    FlowModel(Random chance) {
        this.chance = chance;
    }

    /** The steps of a flow, and what they make of a record. */
    record Course(List<String> steps, String state, Map<String, @Nullable Object> values) {}

    Map<String, Object> definition() {
        steps = 0;
        return Map.of("trigger", Map.of("kind", "button"), "steps", steps(0, 5));
    }

    private List<Object> steps(int depth, int most) {
        return IntStream.range(0, 1 + chance.nextInt(most))
                .mapToObj(n -> (Object) step(depth))
                .toList();
    }

    private Map<String, Object> step(int depth) {
        int kind = chance.nextInt(20);
        Map<String, Object> step = new LinkedHashMap<>(Map.of("id", "s" + ++steps));
        if (kind < 9 || depth == DEEPEST) {
            step.putAll(Map.of("do", "update", "input", Map.of("set", values())));
        } else if (kind < 16) {
            step.put("do", "branch");
            step.put(
                    "ways",
                    IntStream.range(0, 1 + chance.nextInt(3))
                            .mapToObj(n -> Map.of("name", "way " + n, "when", filter(0), "steps", steps(depth + 1, 2)))
                            .toList());
        } else if (kind < 19) {
            step.putAll(Map.of("do", "wait", "input", Map.of("days", 1 + chance.nextInt(5))));
        } else {
            step.putAll(Map.of("do", "stop", "input", Map.of("reason", "enough")));
        }
        return step;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("size", chance.nextInt(10));
        if (chance.nextBoolean()) {
            values.put("note", NOTES.get(chance.nextInt(NOTES.size())));
        }
        if (chance.nextInt(3) == 0) {
            values.put("flag", chance.nextBoolean());
        }
        return values;
    }

    /** A record to begin with; what it lacks is null. */
    Map<String, @Nullable Object> record() {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("size", chance.nextInt(4) == 0 ? null : chance.nextInt(10));
        record.put("note", chance.nextInt(4) == 0 ? null : NOTES.get(chance.nextInt(NOTES.size())));
        record.put("flag", chance.nextBoolean());
        return record;
    }

    private Map<String, Object> filter(int depth) {
        int kind = chance.nextInt(depth > 2 ? 6 : 9);
        return switch (kind) {
            case 6 -> Map.of("and", List.of(filter(depth + 1), filter(depth + 1)));
            case 7 -> Map.of("or", List.of(filter(depth + 1), filter(depth + 1)));
            case 8 -> Map.of("not", filter(depth + 1));
            case 0 -> Map.of("field", "flag", "op", "eq", "value", chance.nextBoolean());
            case 1, 2 -> ofNote();
            default -> ofSize();
        };
    }

    private Map<String, Object> ofNote() {
        String op = List.of("eq", "ne", "in", "not_in", "empty", "not_empty", "starts_with")
                .get(chance.nextInt(7));
        String note = NOTES.get(chance.nextInt(NOTES.size()));
        return leaf("note", op, op.endsWith("in") ? List.of(note, "c") : note);
    }

    private Map<String, Object> ofSize() {
        String op = List.of("eq", "ne", "lt", "le", "gt", "ge", "in", "not_in", "between", "empty", "not_empty")
                .get(chance.nextInt(11));
        int size = chance.nextInt(10);
        return leaf("size", op, op.endsWith("in") || op.equals("between") ? List.of(size, size + 2) : size);
    }

    private static Map<String, Object> leaf(String field, String op, Object value) {
        return op.endsWith("empty")
                ? Map.of("field", field, "op", op)
                : Map.of("field", field, "op", op, "value", value);
    }

    /** What the flow makes of the record. */
    static Course course(Map<String, Object> definition, Map<String, @Nullable Object> record) {
        List<String> taken = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record);
        boolean ended = take(list(definition, "steps"), taken, values);
        return new Course(taken, ended ? "stopped" : "done", values);
    }

    private static Map<?, ?> map(Map<?, ?> in, String name) {
        return (Map<?, ?>) Objects.requireNonNull(in.get(name));
    }

    private static List<Map<?, ?>> list(Map<?, ?> in, String name) {
        List<Map<?, ?>> list = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(in.get(name))).forEach(each -> list.add((Map<?, ?>) each));
        return list;
    }

    /** Whether a step ended it. */
    private static boolean take(List<Map<?, ?>> steps, List<String> taken, Map<String, @Nullable Object> values) {
        for (Map<?, ?> step : steps) {
            taken.add(String.valueOf(step.get("id")));
            boolean ended = switch (String.valueOf(step.get("do"))) {
                case "update" -> {
                    map(map(step, "input"), "set").forEach((field, value) -> values.put(String.valueOf(field), value));
                    yield false;
                }
                case "branch" ->
                    list(step, "ways").stream()
                            .filter(way -> meets(map(way, "when"), values))
                            .findFirst()
                            .filter(way -> take(list(way, "steps"), taken, values))
                            .isPresent();
                case "stop" -> true;
                default -> false;
            };
            if (ended) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Map<?, ?> filter, Map<String, @Nullable Object> values) {
        if (filter.containsKey("and")) {
            return list(filter, "and").stream().allMatch(each -> meets(each, values));
        }
        if (filter.containsKey("or")) {
            return list(filter, "or").stream().anyMatch(each -> meets(each, values));
        }
        if (filter.containsKey("not")) {
            return !meets(map(filter, "not"), values);
        }
        return meets(
                values.get(String.valueOf(filter.get("field"))), String.valueOf(filter.get("op")), filter.get("value"));
    }

    private static boolean meets(@Nullable Object is, String op, @Nullable Object wanted) {
        return switch (op) {
            case "eq" -> Objects.equals(is, wanted);
            case "ne" -> !Objects.equals(is, wanted);
            case "in" -> is != null && ((List<?>) Objects.requireNonNull(wanted)).contains(is);
            case "not_in" -> is == null || !((List<?>) Objects.requireNonNull(wanted)).contains(is);
            case "empty" -> is == null;
            case "not_empty" -> is != null;
            case "starts_with" -> is != null && is.toString().startsWith(String.valueOf(wanted));
            case "lt" -> is != null && (int) is < (int) Objects.requireNonNull(wanted);
            case "le" -> is != null && (int) is <= (int) Objects.requireNonNull(wanted);
            case "gt" -> is != null && (int) is > (int) Objects.requireNonNull(wanted);
            case "ge" -> is != null && (int) is >= (int) Objects.requireNonNull(wanted);
            case "between" -> {
                List<?> ends = (List<?>) Objects.requireNonNull(wanted);
                yield is != null && (int) is >= (int) ends.getFirst() && (int) is <= (int) ends.getLast();
            }
            default -> throw new IllegalArgumentException(op);
        };
    }
}
