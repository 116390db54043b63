package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a library throws over a broken file into our refusal; the library's reason goes to the log. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** A parser's reason may quote the file, which may be anything. */
    private static final int MOST_CHARS = 200;

    private Refusals() {}

    static Refusal damaged(Exception cause) {
        String reason = cause.toString();
        LOG.info("A file could not be read: {}", reason.substring(0, Math.min(reason.length(), MOST_CHARS)));
        return Refusal.of(FileError.DAMAGED);
    }
}
