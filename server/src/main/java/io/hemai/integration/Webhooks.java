package io.hemai.integration;

import io.hemai.integration.store.CallStore;
import io.hemai.integration.store.StoredCall;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where messages to webhooks are put: rows of the transaction that is open, so they leave if and only if it commits. */
@Component
public class Webhooks {
    /** No message is longer, in characters. */
    static final int LONGEST = 256 * 1024;

    private final WebhookObject webhook;
    private final Records records;
    private final CallStore calls;
    private final Courier courier;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(WebhookObject webhook, Records records, CallStore calls, Courier courier, JsonMapper json, Clock clock) {
        this.webhook = webhook;
        this.records = records;
        this.calls = calls;
        this.courier = courier;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Something to tell.
     *
     * @param key by which it is told once, however often that is asked; null where each time counts
     * @param type in words with points between them, such as {@code opportunity.won}
     * @param data as plain JSON
     */
    public record Message(@Nullable String key, String type, Map<String, @Nullable Object> data) {}

    /** The name of the object, for who notes that it uses one. */
    public String object() {
        return webhook.name();
    }

    /** The name of the webhook that is called so, as it is written there. */
    public Optional<String> named(String name) {
        return row(name).map(Row::label);
    }

    private Optional<Row> row(String name) {
        return records.find(Query.of(webhook).where(webhook.name.is(name)));
    }

    /** Has the webhook get the messages; while it is switched off they wait for it. */
    public void tell(String name, List<Message> messages) {
        Row row = row(name).orElseThrow(() -> Refusal.of(IntegrationError.UNKNOWN, name));
        put(row.id(), messages);
    }

    void put(RecordId to, List<Message> messages) {
        Instant now = clock.instant();
        calls.add(messages.stream()
                .map(message -> StoredCall.of(to, message.key(), message.type(), body(message, now), now))
                .toList());
        courier.wakeAfterCommit();
    }

    private String body(Message message, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.type());
        body.put("timestamp", now.toString());
        body.put("data", message.data());
        String text = json.writeValueAsString(body);
        if (text.length() > LONGEST) {
            throw Refusal.of(IntegrationError.TOO_LONG, LONGEST / 1024);
        }
        return text;
    }
}
