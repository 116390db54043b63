package io.hemai.automation;

/**
 * Has people and programs start flows for records that they may change.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public non-sealed interface HandTrigger<I> extends Trigger<I> {}
