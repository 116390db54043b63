package io.hemai.messaging.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param messageId what receivers know it by, the same at every try
 * @param text what it says, and html the same as HTML; empty once it was sent
 * @param dueAt when it is tried next, or what tries it now has lost it
 * @param since from when on it is tried
 * @param tries how often it was handed over, or that was tried
 * @param fence grows with every claim, so that only the last one who claimed it says what became of it
 * @param answer what the mail server said last
 * @param handwritten what it has more where a person wrote it; null where Hemai did
 */
public record StoredMail(
        RecordId id,
        String messageId,
        @Nullable String key,
        String to,
        @Nullable String replyTo,
        String subject,
        String text,
        String html,
        String state,
        Instant createdAt,
        @Nullable Instant dueAt,
        Instant since,
        int tries,
        long fence,
        @Nullable Instant sentAt,
        @Nullable String answer,
        @Nullable Handwritten handwritten) {
    /** One that nobody has tried. */
    public static StoredMail written(
            RecordId id,
            String messageId,
            @Nullable String key,
            String to,
            @Nullable String replyTo,
            String subject,
            String text,
            String html,
            @Nullable Handwritten handwritten) {
        return new StoredMail(
                id,
                messageId,
                key,
                to,
                replyTo,
                subject,
                text,
                html,
                MailState.WAITING.code(),
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                0,
                0,
                null,
                null,
                handwritten);
    }
}
