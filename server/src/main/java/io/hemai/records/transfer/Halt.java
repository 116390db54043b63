package io.hemai.records.transfer;

import org.springframework.stereotype.Component;

/** Whether the application is about to stop, so that work in the background ends where it can be taken up again. */
@Component
class Halt {
    private volatile boolean asked;

    /** Asks all work to end. */
    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** Between two chunks: ends the work when that is asked for. */
    void check() {
        if (asked) {
            throw new Halted();
        }
    }

    /** Thrown by work that ended between two chunks because the application stops; what is left is done by others. */
    static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted() {
            super("stopped between two chunks", null, false, false);
        }
    }
}
