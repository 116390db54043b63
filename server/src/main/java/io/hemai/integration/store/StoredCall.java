package io.hemai.integration.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a webhook is to get.
 *
 * @param key by which it is made once, however often that is asked; null where each time counts
 * @param type what it tells, such as {@code opportunity.won}
 * @param body the JSON that is sent, the same at each try
 * @param since when it was tried first
 * @param fence which claim counts
 * @param status what the other side answered last; null where it did not
 * @param answer the beginning of what it said
 * @param trouble why it was not reached last; null where it was
 */
public record StoredCall(
        RecordId id,
        RecordId webhook,
        @Nullable String key,
        String type,
        String body,
        String state,
        Instant createdAt,
        @Nullable Instant dueAt,
        Instant since,
        int tries,
        long fence,
        @Nullable Instant deliveredAt,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String trouble) {

    /** A message that is to be sent. */
    public static StoredCall of(RecordId webhook, @Nullable String key, String type, String body, Instant now) {
        return new StoredCall(
                RecordId.next(),
                webhook,
                key,
                type,
                body,
                CallState.WAITING.code(),
                now,
                now,
                now,
                0,
                0,
                null,
                null,
                null,
                null);
    }

    /** What came of a try: what the other side answered, or why it was not reached. */
    public record Heard(
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String trouble) {}

    /**
     * After a try.
     *
     * @param due when the next one is; null for none
     */
    public StoredCall after(CallState next, @Nullable Instant due, Instant now, Heard heard) {
        return new StoredCall(
                id,
                webhook,
                key,
                type,
                body,
                next.code(),
                createdAt,
                due,
                since,
                tries,
                fence,
                next == CallState.DELIVERED ? now : null,
                heard.status(),
                heard.answer(),
                heard.trouble());
    }

    /** By which the other side knows it. */
    public String messageId() {
        return "msg_" + id;
    }
}
