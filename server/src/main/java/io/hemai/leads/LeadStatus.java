package io.hemai.leads;

/** How far a lead has come. */
public enum LeadStatus {
    NEW,
    WORKING,
    QUALIFIED,
    UNQUALIFIED,
    CONVERTED
}
