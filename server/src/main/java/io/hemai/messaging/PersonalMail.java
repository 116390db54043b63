package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person writes to people outside, and that stands on a timeline.
 *
 * @param id of the record that it stands for, by which answers find that
 * @param sender the name of who writes
 * @param replyTo whom answers go to where Hemai has no inbox; null for the sender
 * @param html what it says, made harmless
 * @param images our files that it shows
 * @param references by which receivers know the mails before it in its thread, the first one first
 * @param files what is attached
 */
public record PersonalMail(
        RecordId id,
        String sender,
        @Nullable String replyTo,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String html,
        List<RecordId> images,
        List<String> references,
        List<RecordId> files) {}
