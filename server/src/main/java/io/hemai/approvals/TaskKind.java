package io.hemai.approvals;

/** What somebody has to do with an approval. */
public enum TaskKind {
    /** To decide. */
    SIGN,
    /** To mend what was sent back, and submit it once more. */
    REVISE,
    /** To know of it. */
    COPY
}
