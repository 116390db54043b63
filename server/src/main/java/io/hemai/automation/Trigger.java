package io.hemai.automation;

/**
 * What starts flows when a record is made or changed. A Spring component, found by its type; its input is also the form that asks for it.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public interface Trigger<I> {
    /** Name in definitions, such as {@code changed}. */
    String name();

    /** The class of the input. */
    Class<I> input();

    /** Says what of the input does not fit. */
    default void check(I input, Check check) {}

    /** Whether this is what the flow waits for; asked in memory, of every change of the object. */
    boolean starts(I input, Happening happening);
}
