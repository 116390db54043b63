package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** A field of an object. */
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
