package io.hemai.records;

/**
 * Refuses what records must not become, looking at them as they will be: with all that rules derive and formulas work out. A Spring
 * component, found by its type; asked last of those that check, of every object.
 */
public interface Judge {
    /** Refuses; reads no more than a fixed number of statements for the whole set. */
    void judge(ChangeSet changes);
}
