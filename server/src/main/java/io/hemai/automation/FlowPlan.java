package io.hemai.automation;

import io.hemai.kernel.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow ready to run.
 *
 * @param when which records it is for
 * @param first id of the first step
 */
public record FlowPlan(Start<?> start, Filter when, Map<String, Step<?>> steps, String first) {
    public FlowPlan {
        steps = Map.copyOf(steps);
    }

    /** The step; none in a version that lost it, which cannot be. */
    public Optional<Step<?>> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** A trigger with what it was given. */
    public record Start<I>(Trigger<I> trigger, I input) {
        /** Whether this sets it off. */
        public boolean isSetOffBy(Happening happening) {
            return trigger.starts(input, happening);
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
