package io.hemai.correspondence;

import io.hemai.kernel.RecordId;
import io.hemai.messaging.Mailbox;
import io.hemai.records.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is fit to be sent.
 *
 * @param html made harmless
 * @param images files that it shows
 * @param answers the mail that is answered
 */
record Draft(
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String html,
        List<RecordId> images,
        List<RecordId> files,
        @Nullable Row answers) {
    private static final int LONGEST = 10_000;

    /** The addresses as a field keeps them; null for none. */
    static @Nullable String text(List<Mailbox> boxes) {
        String said = boxes.stream().map(Mailbox::toString).collect(Collectors.joining(", "));
        return said.isEmpty() ? null : MailText.line(said, LONGEST);
    }
}
