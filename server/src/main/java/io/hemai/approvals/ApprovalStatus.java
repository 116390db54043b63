package io.hemai.approvals;

import java.util.Set;

/** How far an approval has come. */
public enum ApprovalStatus {
    /** Somebody is to decide; what it is about is locked. */
    PENDING,
    APPROVED,
    REFUSED,
    /** Back with who submitted it, who may change what it is about and submit it once more. */
    SENT_BACK,
    /** Taken back by who submitted it, or ended with its flow. */
    WITHDRAWN,
    /** Was approved, and what it was about has changed since. */
    VOIDED;

    /** Those in which it has not come to an end. */
    static final Set<ApprovalStatus> OPEN = Set.of(PENDING, SENT_BACK);
}
