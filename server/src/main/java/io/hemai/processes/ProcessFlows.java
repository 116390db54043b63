package io.hemai.processes;

import io.hemai.automation.GivenFlows.Wanted;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the flows of a process: what happens when a record comes to a value, who is told when it stays too long, whom a gate asks. */
@Component
class ProcessFlows {
    private static final String STEPS = "steps";
    private static final String INPUT = "input";
    private static final String WHEN = "when";

    private final Wording wording;

    ProcessFlows(Wording wording) {
        this.wording = wording;
    }

    /** The words of the process that flows take over. */
    record Of(
            RecordId id,
            String name,
            ObjectType type,
            Field<?> field,
            @Nullable Map<String, Object> when) {}

    /** What happens when a record comes to the value. */
    Wanted entered(Of process, String value, String label, List<Object> steps) {
        return flow(process, "entered:" + value, label, entering(process, value), steps);
    }

    /** Tells the owner of a record that stays too long, and then the owner's manager. */
    Wanted stay(Of process, String value, String label, Drawn.Stay stay) {
        Map<String, Object> there = there(process, value);
        Map<String, Object> first = wait(stay.days(), stay.hours(), stay.working(), there);
        List<Object> later = stay.thenDays() == null && stay.thenHours() == null
                ? List.of()
                : List.of(
                        wait(stay.thenDays(), stay.thenHours(), stay.working(), there),
                        still(there, List.of(tell(process, label, "manager"))));
        List<Object> told = new ArrayList<>();
        told.add(tell(process, label, "owner"));
        told.addAll(later);
        return flow(
                process,
                "stay:" + value,
                label + " · " + text("process.flow.stay"),
                entering(process, value),
                List.of(first, still(there, told)));
    }

    /** Asks whether the record may come to the value, and brings it there. */
    Wanted approval(Of process, String gate, String to, String label, Map<String, Object> terms) {
        Map<String, Object> titled = new LinkedHashMap<>(terms);
        titled.putIfAbsent("title", text("process.flow.enter", label));
        return flow(
                process,
                part(process.id(), gate),
                text("process.flow.enter", label),
                Map.of("kind", "button"),
                List.of(
                        Map.of("id", part(process.id(), gate), "do", "approval", INPUT, titled),
                        Map.of(
                                "do",
                                "update",
                                INPUT,
                                Map.of("set", Map.of(process.field().name(), to)))));
    }

    /** Which of the process's flows asks at the gate; its first step has the same id. */
    static String part(RecordId process, String gate) {
        return "gate:" + process + ":" + gate;
    }

    private static Map<String, Object> entering(Of process, String value) {
        return Map.of("kind", "entered", INPUT, Map.of("field", process.field().name(), "values", List.of(value)));
    }

    private static Wanted flow(Of process, String part, String label, Object trigger, List<Object> steps) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("trigger", trigger);
        if (process.when() != null) {
            definition.put(WHEN, process.when());
        }
        definition.put(STEPS, steps);
        return new Wanted(part, process.name() + " · " + label, definition);
    }

    private static Map<String, Object> leaf(Field<?> field, String value) {
        return Map.of("field", field.name(), "op", "eq", "value", value);
    }

    /** At the value, and still one of those that the process is for. */
    private static Map<String, Object> there(Of process, String value) {
        Map<String, Object> at = leaf(process.field(), value);
        return process.when() == null ? at : Map.of("and", List.of(at, process.when()));
    }

    /** Until the record is elsewhere, at the longest so long. */
    private static Map<String, Object> wait(
            @Nullable Integer days, @Nullable Integer hours, @Nullable Boolean working, Map<String, Object> there) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("days", Objects.requireNonNullElse(days, 0));
        input.put("hours", Objects.requireNonNullElse(hours, 0));
        if (Boolean.TRUE.equals(working)) {
            input.put("working", true);
        }
        input.put("change", Map.of("not", there));
        return Map.of("do", "wait", INPUT, input);
    }

    private Map<String, Object> still(Map<String, Object> there, List<Object> steps) {
        return Map.of(
                "do", "branch", "ways", List.of(Map.of("name", text("process.flow.still"), WHEN, there, STEPS, steps)));
    }

    private Map<String, Object> tell(Of process, String label, String whom) {
        String name = "{{" + process.type().nameField().name() + "}}";
        return Map.of(
                "do", "notify", INPUT, Map.of("to", List.of(whom), "title", text("process.flow.stays", name, label)));
    }

    private String text(String key, Object... args) {
        Locale locale = CurrentTenant.get().locale();
        return wording.text(key, locale, args);
    }
}
