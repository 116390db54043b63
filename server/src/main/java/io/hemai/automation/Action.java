package io.hemai.automation;

import io.hemai.metadata.ObjectType;
import java.util.Optional;

/**
 * A kind of step. A Spring component, found by its type; its input is also the form that asks for it. It decides and does nothing itself:
 * what it wants done it answers, so that a step can be tried without effect, and many are done at once.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public interface Action<I> {
    /** Name in definitions, such as {@code update}. */
    String name();

    /** The class of the input. */
    Class<I> input();

    /** Whether its step has ways to go on by, of which it chooses one. */
    default boolean branches() {
        return false;
    }

    /** Whether its step asks people; then it may have a way for when they refuse. */
    default boolean asks() {
        return false;
    }

    /** Whether its step has one way, which it takes for each of other records. */
    default boolean loops() {
        return false;
    }

    /** The object whose records the ways of its step are about; empty where that is the flow's own, or the input names none. */
    default Optional<String> over(I input, ObjectType type) {
        return Optional.empty();
    }

    /** Says what of the input does not fit. */
    default void check(I input, Check check) {}

    /** What is to be done for the record now, and how to go on. */
    Outcome decide(I input, Moment moment);
}
