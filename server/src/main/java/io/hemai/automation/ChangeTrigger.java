package io.hemai.automation;

/**
 * Starts flows when a record is made or changed.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public non-sealed interface ChangeTrigger<I> extends Trigger<I> {
    /** Whether this is what the flow waits for; asked in memory, of every change of the object. */
    boolean starts(I input, Happening happening);
}
