package io.hemai.processes;

import io.hemai.kernel.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process as it is drawn:
 *
 * <pre>{@code
 * {"when": {"field": "pipeline", "op": "eq", "value": "default"},
 *  "others": "back",
 *  "states": [{"value": "proposal", "guide": "…", "steps": [{"do": "task", "input": {"subject": "…"}}],
 *              "stay": {"days": 7, "working": true, "then_days": 3}}],
 *  "gates": [{"id": "offer", "to": "proposal", "required": ["amount"], "checklist": [{"key": "budget", "text": "…"}]}]}
 * }</pre>
 *
 * @param when a filter: which records it is for; null for all
 * @param others what becomes of moves for which there is no gate: {@code allow}, {@code back} for those backwards alone, {@code refuse}
 * @param states in the order in which records pass them
 */
record Drawn(
        @Nullable Map<String, Object> when,
        @Nullable String others,
        @Nullable List<State> states,
        @Nullable List<GateDrawn> gates) {

    List<State> way() {
        return states == null ? List.of() : states;
    }

    List<GateDrawn> allGates() {
        return gates == null ? List.of() : gates;
    }

    /**
     * A value on the way.
     *
     * @param start whether new records may begin with it
     * @param aside whether it is none that records pass on their way, such as lost
     * @param guide what helps people who work at it
     * @param steps what happens when a record comes to it, as steps of a flow
     */
    record State(
            @Nullable String value,
            @Nullable Boolean start,
            @Nullable Boolean aside,
            @Nullable String guide,
            @Nullable List<Object> steps,
            @Nullable Stay stay) {
        boolean starts() {
            return Boolean.TRUE.equals(start);
        }

        boolean isAside() {
            return Boolean.TRUE.equals(aside);
        }
    }

    /**
     * How long a record may stay before its owner is told, and then the owner's manager.
     *
     * @param working whether only time counts in which people work
     */
    record Stay(
            @Nullable Integer days,
            @Nullable Integer hours,
            @Nullable Boolean working,
            @Nullable Integer thenDays,
            @Nullable Integer thenHours) {}

    /**
     * What must be so before a record comes to a value.
     *
     * @param id by which its list and its approval are known; needed where it has one of them
     * @param from the values from which it leads; null for whichever
     * @param required the fields that must say something
     * @param approval on what terms people are asked, as those of the step of a flow
     */
    record GateDrawn(
            @Nullable String id,
            @Nullable String to,
            @Nullable List<String> from,
            @Nullable List<String> required,
            @Nullable List<Condition> conditions,
            @Nullable List<Item> checklist,
            @Nullable Who who,
            @Nullable Map<String, Object> approval) {
        List<String> origins() {
            return Objects.requireNonNullElse(from, List.of());
        }

        List<String> fields() {
            return Objects.requireNonNullElse(required, List.of());
        }

        List<Condition> asks() {
            return Objects.requireNonNullElse(conditions, List.of());
        }

        List<Item> items() {
            return Objects.requireNonNullElse(checklist, List.of());
        }
    }

    /**
     * What a record must match.
     *
     * @param message what people are told where it does not
     */
    record Condition(
            @Nullable Map<String, Object> when, @Nullable String message) {}

    /** Something that people tick. */
    record Item(@Nullable String key, @Nullable String text) {}

    /**
     * Who may move a record: any of these.
     *
     * @param roles names of roles
     * @param owner whether its owner may
     * @param manager whether the owner's manager may
     */
    record Who(
            @Nullable List<String> roles,
            @Nullable List<RecordId> people,
            @Nullable Boolean owner,
            @Nullable Boolean manager) {
        List<String> anyRoles() {
            return Objects.requireNonNullElse(roles, List.of());
        }

        List<RecordId> anyPeople() {
            return Objects.requireNonNullElse(people, List.of());
        }

        boolean isOwner() {
            return Boolean.TRUE.equals(owner);
        }

        boolean isManager() {
            return Boolean.TRUE.equals(manager);
        }

        boolean isNobody() {
            return anyRoles().isEmpty() && anyPeople().isEmpty() && !isOwner() && !isManager();
        }
    }
}
