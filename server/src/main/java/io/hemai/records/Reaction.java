package io.hemai.records;

/**
 * What else must be true in the same moment as a change: runs after the rows and their journal are written, in the same
 * transaction, and may write other records. A Spring component, found by its type. What may come later reads the journal instead.
 */
public interface Reaction {
    /** In the place of a name: every object. */
    String EVERY = "*";

    /** Name of the object whose changes it follows, or {@link #EVERY}. */
    String object();

    /** Follows the changes that were written. */
    void after(ChangeSet written);
}
