package io.hemai.records.transfer;

/** Somebody else does this work now, or nobody should any more. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("lease lost", null, false, false);
    }
}
