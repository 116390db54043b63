package io.hemai.metadata;

/** What becomes of a record when the one that it links to is deleted. */
public enum OnDelete {
    /** The other cannot be deleted while this one leads to it. */
    RESTRICT,
    /** The link becomes empty. */
    CLEAR,
    /** This one goes with it, and comes back with it. */
    CASCADE
}
