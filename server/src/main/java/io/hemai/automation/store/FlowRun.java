package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way through a flow.
 *
 * @param step id of the step that comes next; null when none does
 * @param dueAt when it is taken; null when never
 * @param held whether it rests with its flow
 * @param tries how often the step failed
 * @param by who began it
 * @param depth how many runs stand in the line that led to it, itself included
 * @param taken how many steps it took
 * @param watchesUntil until when its step waits for the record to become something; null where it does not
 * @param reason why it ended otherwise than by its last step
 */
public record FlowRun(
        RecordId id,
        RecordId flow,
        RecordId version,
        String object,
        RecordId record,
        RunState state,
        @Nullable String step,
        @Nullable Instant dueAt,
        boolean held,
        int tries,
        Starter by,
        int depth,
        int taken,
        @Nullable Instant watchesUntil,
        @Nullable String reason,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** A run that begins with its first step, at once. */
    public static FlowRun begun(
            RecordId flow,
            RecordId version,
            String object,
            RecordId record,
            String first,
            Starter by,
            int depth,
            Instant now) {
        return new FlowRun(
                RecordId.next(),
                flow,
                version,
                object,
                record,
                RunState.RUNNING,
                first,
                now,
                false,
                0,
                by,
                depth,
                0,
                null,
                null,
                now,
                null);
    }

    /** After its step, on the way to the next one; at its end when there is none. */
    public FlowRun wentOn(@Nullable String next, Instant due, Instant now) {
        return next == null
                ? ended(RunState.DONE, null, taken + 1, now)
                : new FlowRun(
                        id,
                        flow,
                        version,
                        object,
                        record,
                        RunState.RUNNING,
                        next,
                        due,
                        held,
                        0,
                        by,
                        depth,
                        taken + 1,
                        null,
                        null,
                        begunAt,
                        null);
    }

    /** At its step until somebody has it go on, or until then. */
    public FlowRun staysUntil(@Nullable Instant due) {
        return new FlowRun(
                id,
                flow,
                version,
                object,
                record,
                state,
                step,
                due,
                held,
                0,
                by,
                depth,
                taken,
                watchesUntil,
                null,
                begunAt,
                null);
    }

    /**
     * Waits at its step for the record to become something, at the longest until then. It looks once more at once: who changed the record
     * in this very moment did not find it waiting yet.
     */
    public FlowRun watches(Instant until, Instant now) {
        return new FlowRun(
                id, flow, version, object, record, state, step, now, held, 0, by, depth, taken + 1, until, null,
                begunAt, null);
    }

    /** Asked somebody by its step, and stays at it. */
    public FlowRun asked(@Nullable Instant due) {
        return new FlowRun(
                id, flow, version, object, record, state, step, due, held, 0, by, depth, taken + 1, null, null, begunAt,
                null);
    }

    /** Ended by its step. */
    public FlowRun stopped(@Nullable String why, Instant now) {
        return ended(RunState.STOPPED, why, taken + 1, now);
    }

    /** Ended before its step was taken. */
    public FlowRun neverWentOn(RunState how, String why, Instant now) {
        return ended(how, why, taken, now);
    }

    /** Rests with its flow before its step is taken. */
    public FlowRun rests() {
        return new FlowRun(
                id,
                flow,
                version,
                object,
                record,
                state,
                step,
                dueAt,
                true,
                tries,
                by,
                depth,
                taken,
                watchesUntil,
                reason,
                begunAt,
                null);
    }

    /** Tries its step once more later. */
    public FlowRun triesAgain(Instant due, String why) {
        return new FlowRun(
                id,
                flow,
                version,
                object,
                record,
                RunState.RUNNING,
                step,
                due,
                held,
                tries + 1,
                by,
                depth,
                taken,
                watchesUntil,
                why,
                begunAt,
                null);
    }

    /** The step at which it failed stays known, so that it can be taken once more. */
    private FlowRun ended(RunState how, @Nullable String why, int steps, Instant now) {
        String at = how == RunState.FAILED ? step : null;
        return new FlowRun(
                id, flow, version, object, record, how, at, null, held, tries, by, depth, steps, null, why, begunAt,
                now);
    }
}
