package io.hemai.approvals;

/** How the part of one person in an approval stands. */
public enum TaskStatus {
    PENDING,
    /** The turn of others comes first. */
    LATER,
    APPROVED,
    REFUSED,
    SENT_BACK,
    /** Somebody else decides in their place. */
    HANDED_ON,
    /** Nothing is left to do, since others decided, or time did. */
    CANCELLED,
    /** Done, where there is nothing to decide. */
    DONE
}
