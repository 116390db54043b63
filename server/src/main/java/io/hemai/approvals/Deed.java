package io.hemai.approvals;

/** What happened in the course of an approval. */
public enum Deed {
    SUBMITTED,
    APPROVED,
    REFUSED,
    SENT_BACK,
    RESUBMITTED,
    WITHDRAWN,
    HANDED_ON,
    /** Hemai gave it to somebody else, since whom it would ask is away or has left. */
    STOOD_IN,
    /** Hemai gave it to somebody else, since who was asked, or submitted it, has left meanwhile. */
    TOOK_OVER,
    SIGNER_ADDED,
    URGED,
    REMINDED,
    ESCALATED,
    /** Passed without being asked: it is the same person's, nobody is to be asked, or time ran out. */
    PASSED_BY_RULE,
    REFUSED_BY_RULE,
    /** Ended with its flow. */
    ENDED,
    VOIDED
}
