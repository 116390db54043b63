package io.hemai.automation;

/**
 * What starts a flow. A Spring component, found by its type; its input is also the form that asks for it.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public sealed interface Trigger<I> permits ChangeTrigger, TimeTrigger, HandTrigger {
    /** Name in definitions, such as {@code changed}. */
    String name();

    /** The class of the input. */
    Class<I> input();

    /** Says what of the input does not fit. */
    default void check(I input, Check check) {}
}
