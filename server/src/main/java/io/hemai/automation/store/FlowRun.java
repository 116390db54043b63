package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way through a flow.
 *
 * @param by who began it
 * @param depth how many runs stand in the line that led to it, itself included
 * @param parent the run whose loop it is a part of; null for one of its own
 * @param turn the number of that run's step that began it; null for one of its own
 * @param undoneAt when what it did was taken back; null while that stands
 */
public record FlowRun(
        RecordId id,
        RecordId flow,
        RecordId version,
        String object,
        RecordId record,
        Starter by,
        int depth,
        @Nullable RecordId parent,
        @Nullable Integer turn,
        Instant begunAt,
        Progress progress,
        @Nullable Instant undoneAt) {

    /**
     * How far it is.
     *
     * @param step id of the step that comes next; null when none does
     * @param dueAt when it is taken; null when never
     * @param held whether it rests with its flow
     * @param tries how often the step failed
     * @param taken how many steps it took
     * @param watchesUntil until when its step waits for the record to become something; null where it does not
     * @param parts how many runs its step began, for whose end it waits; null where it does not
     * @param reason why it ended otherwise than by its last step
     */
    public record Progress(
            RunState state,
            @Nullable String step,
            @Nullable Instant dueAt,
            boolean held,
            int tries,
            int taken,
            @Nullable Instant watchesUntil,
            @Nullable Integer parts,
            @Nullable String reason,
            @Nullable Instant endedAt) {}

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
                by,
                depth,
                null,
                null,
                now,
                beginning(first, now),
                null);
    }

    private static Progress beginning(String first, Instant now) {
        return new Progress(RunState.RUNNING, first, now, false, 0, 0, null, null, null, null);
    }

    /** A part of it: a run of the steps within the step that it takes, for another record. */
    public FlowRun part(String of, RecordId other, String first, Instant now) {
        return new FlowRun(
                RecordId.next(),
                flow,
                version,
                of,
                other,
                by,
                depth,
                id,
                taken() + 1,
                now,
                beginning(first, now),
                null);
    }

    private FlowRun at(Progress next) {
        return new FlowRun(id, flow, version, object, record, by, depth, parent, turn, begunAt, next, undoneAt);
    }

    public RunState state() {
        return progress.state();
    }

    public @Nullable String step() {
        return progress.step();
    }

    public @Nullable Instant dueAt() {
        return progress.dueAt();
    }

    public boolean held() {
        return progress.held();
    }

    public int tries() {
        return progress.tries();
    }

    public int taken() {
        return progress.taken();
    }

    public @Nullable Instant watchesUntil() {
        return progress.watchesUntil();
    }

    public @Nullable Integer parts() {
        return progress.parts();
    }

    public @Nullable String reason() {
        return progress.reason();
    }

    public @Nullable Instant endedAt() {
        return progress.endedAt();
    }

    /** After its step, on the way to the next one; at its end when there is none. */
    public FlowRun wentOn(@Nullable String next, Instant due, Instant now) {
        return next == null
                ? ended(RunState.DONE, null, taken() + 1, now)
                : at(new Progress(RunState.RUNNING, next, due, held(), 0, taken() + 1, null, null, null, null));
    }

    /** At its step until somebody has it go on, or until then. */
    public FlowRun staysUntil(@Nullable Instant due) {
        return at(new Progress(state(), step(), due, held(), 0, taken(), watchesUntil(), parts(), null, null));
    }

    /**
     * Waits at its step for the record to become something, at the longest until then. It looks once more at once: who changed the record
     * in this very moment did not find it waiting yet.
     */
    public FlowRun watches(Instant until, Instant now) {
        return at(new Progress(state(), step(), now, held(), 0, taken() + 1, until, null, null, null));
    }

    /** Did something by its step, such as asking somebody, and stays at it. */
    public FlowRun asked(@Nullable Instant due) {
        return at(new Progress(state(), step(), due, held(), 0, taken() + 1, null, null, null, null));
    }

    /** Began so many parts by its step, and stays at it until they have ended. */
    public FlowRun loops(int many) {
        return at(new Progress(state(), step(), null, held(), 0, taken() + 1, null, many, null, null));
    }

    /** Ended by its step. */
    public FlowRun stopped(@Nullable String why, Instant now) {
        return ended(RunState.STOPPED, why, taken() + 1, now);
    }

    /** Ended before its step was taken. */
    public FlowRun neverWentOn(RunState how, String why, Instant now) {
        return ended(how, why, taken(), now);
    }

    /** Rests with its flow before its step is taken. */
    public FlowRun rests() {
        return at(new Progress(
                state(), step(), dueAt(), true, tries(), taken(), watchesUntil(), parts(), reason(), null));
    }

    /** Tries its step once more later. */
    public FlowRun triesAgain(Instant due, String why) {
        return at(new Progress(
                RunState.RUNNING, step(), due, held(), tries() + 1, taken(), watchesUntil(), parts(), why, null));
    }

    /** The step at which it failed stays known, and that it waited there for parts, so that it can be taken once more. */
    private FlowRun ended(RunState how, @Nullable String why, int steps, Instant now) {
        String at = how == RunState.FAILED ? step() : null;
        Integer waitsFor = how == RunState.FAILED ? parts() : null;
        return at(new Progress(how, at, null, held(), tries(), steps, null, waitsFor, why, now));
    }
}
