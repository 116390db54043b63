package io.hemai.accounts;

/** The part that a person plays when the customer decides. */
public enum DecisionRole {
    DECISION_MAKER,
    INFLUENCER,
    CHAMPION,
    USER,
    GATEKEEPER,
    BLOCKER
}
