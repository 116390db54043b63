package io.hemai.opportunities;

/** Whether a deal is still to be decided, and how it ended. */
public enum OpportunityStatus {
    OPEN,
    WON,
    LOST
}
