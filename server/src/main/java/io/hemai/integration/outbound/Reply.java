package io.hemai.integration.outbound;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of calling another machine. */
public sealed interface Reply {
    /**
     * It answered.
     *
     * @param text the beginning of what it said
     * @param after how long it wants to be left alone; null where it does not say
     */
    record Answered(int status, String text, @Nullable Duration after) implements Reply {
        private static final int OK = 200;
        private static final int REDIRECT = 300;
        private static final int GONE = 410;

        /** Whether it took what it was sent. */
        public boolean isTaken() {
            return status >= OK && status < REDIRECT;
        }

        /** Whether it wants nothing any more. */
        public boolean isGone() {
            return status == GONE;
        }
    }

    /** It did not. */
    record Unreached(Trouble trouble) implements Reply {}

    /** Why a machine does not answer. */
    enum Trouble {
        /** It is at an address that Hemai does not call. */
        NOT_ALLOWED,
        /** Nobody knows the name. */
        UNKNOWN_HOST,
        /** It took no connection. */
        NO_CONNECTION,
        /** It took too long. */
        TOO_SLOW,
        /** It could not prove who it is. */
        UNTRUSTED,
        /** What it said was no answer. */
        NO_ANSWER;

        /** As it is stored and told. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
