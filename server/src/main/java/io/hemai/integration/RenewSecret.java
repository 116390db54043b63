package io.hemai.integration;

import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gives a webhook another key; for a day its messages are signed by both, so that the other side has time to change. */
@Component
final class RenewSecret implements Verb<NoInput, Row> {
    private final WebhookObject webhook;
    private final Records records;
    private final Clock clock;

    RenewSecret(WebhookObject webhook, Records records, Clock clock) {
        this.webhook = webhook;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String object() {
        return webhook.name();
    }

    @Override
    public String name() {
        return "renew_secret";
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
            long number = records.lock(webhook, seen.id()).require(webhook.keyNumber);
            records.update(
                    webhook,
                    seen.id(),
                    Values.of(webhook.keyNumber, number + 1).set(webhook.renewedAt, clock.instant()),
                    name());
            return records.read(webhook, seen.id());
        });
    }
}
