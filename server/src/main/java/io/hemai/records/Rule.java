package io.hemai.records;

/**
 * A business rule on the records of one object: derives fields and refuses what must not be, before anything is written. A Spring
 * component, found by its type; sees whole batches, so that what it reads it reads once.
 */
public interface Rule {
    /** In the place of a name: every object, after the rules of its own. */
    String EVERY = "*";

    /** Name of the object, or {@link #EVERY}. */
    String object();

    /** Derives and refuses; reads no more than a fixed number of statements for the whole set. */
    void apply(ChangeSet changes);
}
