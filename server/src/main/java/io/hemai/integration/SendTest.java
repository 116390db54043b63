package io.hemai.integration;

import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends a webhook a message that means nothing, to see whether it arrives. */
@Component
final class SendTest implements Verb<NoInput, Row> {
    static final String TYPE = "test";

    private final WebhookObject webhook;
    private final Webhooks webhooks;
    private final Lines lines;
    private final Records records;

    SendTest(WebhookObject webhook, Webhooks webhooks, Lines lines, Records records) {
        this.webhook = webhook;
        this.webhooks = webhooks;
        this.lines = lines;
        this.records = records;
    }

    @Override
    public String object() {
        return webhook.name();
    }

    @Override
    public String name() {
        return "send_test";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Row run(Row seen, NoInput input) {
        return records.together(() -> {
            if (!Boolean.TRUE.equals(records.lock(webhook, seen.id()).value(webhook.active))) {
                throw Refusal.of(IntegrationError.NOT_ACTIVE, seen.label());
            }
            lines.rouse(seen.id());
            webhooks.put(seen.id(), List.of(new Webhooks.Message(null, TYPE, Map.of("webhook", seen.label()))));
            return records.read(webhook, seen.id());
        });
    }
}
