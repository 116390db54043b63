package io.hemai.automation;

import io.hemai.approvals.Terms;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flow ready to run.
 *
 * @param when which records it is for
 * @param first id of the first step
 * @param used which fields of which objects it needs
 */
public record FlowPlan(Start<?> start, Filter when, Map<String, Step<?>> steps, String first, Set<Used> used) {
    public FlowPlan {
        steps = Map.copyOf(steps);
        used = Set.copyOf(used);
    }

    /** The step; none in a version that lost it, which cannot be. */
    public Optional<Step<?>> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** Whether a step asks people from there on; null is the end. */
    public boolean asksFrom(@Nullable String id) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        if (id != null) {
            open.add(id);
        }
        while (!open.isEmpty()) {
            Step<?> step = steps.get(open.remove());
            if (step != null && seen.add(step.id())) {
                if (step.action().asks()) {
                    return true;
                }
                Stream.concat(step.ways().stream().map(Way::first), Stream.ofNullable(step.next()))
                        .filter(Objects::nonNull)
                        .forEach(open::add);
            }
        }
        return false;
    }

    /** Whether any step asks people. */
    public boolean asks() {
        return steps.values().stream().anyMatch(step -> step.action().asks());
    }

    /** Whether who begins it chooses whom it asks. */
    public boolean letsChoose() {
        return steps.values().stream().anyMatch(step -> step.input() instanceof Terms terms && terms.choosesSigners());
    }

    /** A field of an object, or the name of one of its records. */
    public record Used(String object, String field) {}

    /** A trigger with what it was given. */
    public record Start<I>(Trigger<I> trigger, I input) {
        /** Whether this sets it off. */
        public boolean isSetOffBy(Happening happening) {
            return trigger instanceof ChangeTrigger<I> changes && changes.starts(input, happening);
        }

        /** Whether people and programs set it off. */
        public boolean isByHand() {
            return trigger instanceof HandTrigger<I>;
        }

        /** Whether a time sets it off. */
        public boolean isByTime() {
            return trigger instanceof TimeTrigger<I>;
        }

        /** How often a time that came between the two moments sets it off for each record. */
        public int times(ObjectType type, Instant after, Instant upTo, ZoneId zone) {
            return trigger instanceof TimeTrigger<I> times ? times.times(input, type, after, upTo, zone) : 0;
        }

        /** Which records it starts for whose time came after the first and not after the second moment; empty for none. */
        public Optional<Filter> reached(ObjectType type, Instant after, Instant upTo, ZoneId zone) {
            return trigger instanceof TimeTrigger<I> times
                    ? times.reached(input, type, after, upTo, zone)
                    : Optional.empty();
        }

        /** When to ask next for which records it starts; empty when no time sets it off. */
        public Optional<Instant> next(ObjectType type, Instant now, ZoneId zone) {
            return trigger instanceof TimeTrigger<I> times
                    ? Optional.of(times.next(input, type, now, zone))
                    : Optional.empty();
        }
    }

    /**
     * An action with what it was given.
     *
     * @param next id of what comes after it; null when nothing does
     */
    public record Step<I>(
            String id,
            Action<I> action,
            I input,
            List<Way> ways,
            @Nullable String next) {
        public Step {
            ways = List.copyOf(ways);
        }

        /** What it wants done now. */
        public Outcome decide(Moment moment) {
            return action.decide(input, moment);
        }
    }
}
