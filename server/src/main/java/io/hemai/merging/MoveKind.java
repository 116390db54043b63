package io.hemai.merging;

/** What a merge does to a record. */
public enum MoveKind {
    /** It went into the other one. */
    ABSORBED,
    /** It led to the one that went, and leads to the one that is left. */
    MOVED,
    /** It is the one that is left, and got a value it lacked. */
    FILLED
}
