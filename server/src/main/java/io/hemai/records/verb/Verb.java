package io.hemai.records.verb;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with a record, named as the salesperson would say it. A Spring component: its route
 * {@code POST /records/{object}/{id}/{name}}, its place in metadata, bulk acts and rights follow from the declaration.
 *
 * @param <I> a record whose components are the input's fields, {@code snake_case} outside; {@link NoInput} when there are none
 * @param <O> what it answers; null answers the record as it is afterwards
 */
public interface Verb<I, O> {
    /** Name of the object; {@code *} for every object. */
    String object();

    /** Name in the route, such as {@code close_won}. */
    String name();

    /** Where its texts stand: {@code verb.lead.convert}, or {@code verb.assign} for one of every object. */
    default String key() {
        return object().equals("*") ? "verb." + name() : "verb." + object() + "." + name();
    }

    /** The class of the input. */
    Class<I> input();

    /** Does it, in a transaction of its own unless {@link #inChunks()}; the record was read with the caller's rights. */
    @Nullable
    O run(Row record, I input);

    /**
     * Whether it is too much for one transaction and commits in chunks of its own. Such a verb bears being done again after a
     * breakdown.
     */
    default boolean inChunks() {
        return false;
    }

    /**
     * Whether who acts, with these rights on the object, may try it on some of its records; by default who may change some.
     * {@link Verbs#run} asks before it does it.
     */
    default boolean permitted(Rights rights) {
        return !rights.update().equals(Filter.none());
    }

    /** What those are told who may not even try it. */
    default Refusal notPermitted() {
        return Refusal.of(RecordsError.NOT_PERMITTED, name());
    }

    /**
     * Whether it may be done with many records in one act: when all it does to a record are changes of its fields, which
     * undoing the act puts back.
     */
    default boolean inBulk() {
        return !inChunks();
    }

    /** Whether the verb is offered for the object; by default for the one named. */
    default boolean offeredFor(ObjectType type) {
        return object().equals("*") || object().equals(type.name());
    }
}
