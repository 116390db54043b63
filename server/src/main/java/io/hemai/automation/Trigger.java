package io.hemai.automation;

import io.hemai.metadata.ObjectType;

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

    /** Whether it can set off flows about the object. */
    default boolean offeredFor(ObjectType type) {
        return true;
    }

    /** Says what of the input does not fit. */
    default void check(I input, Check check) {}
}
