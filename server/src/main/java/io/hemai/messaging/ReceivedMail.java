package io.hemai.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came into the inbox.
 *
 * @param messageId what mail programs know it by; never empty
 * @param from who says to have written it, which nobody has checked
 * @param text what it says, html the same formatted, as it came; null where it is not
 * @param byMachine whether nobody wrote it, RFC 3834: that somebody is away, for example
 */
public record ReceivedMail(
        String messageId,
        Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        String text,
        @Nullable String html,
        Instant at,
        boolean byMachine,
        List<ReceivedFile> files) {
    /**
     * What is attached.
     *
     * @param contentId by which the HTML shows it; null where it does not
     */
    public record ReceivedFile(String name, @Nullable String contentId, byte[] content) {}
}
