package io.hemai.approvals;

/** How the step of an approval stands that was asked last. */
public enum Turn {
    /** Somebody is to decide. */
    OPEN,
    PASSED,
    REFUSED,
    WITHDRAWN,
    /** An earlier step is to be asked again. */
    BACK,
    /** The flow went on from here. */
    TAKEN
}
