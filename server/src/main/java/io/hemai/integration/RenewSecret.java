package io.hemai.integration;

import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a webhook another key; for a day its messages are signed by both, so that the other side has time to change. */
@Component
final class RenewSecret implements Verb<RenewSecret.Input, Row> {
    private final WebhookObject webhook;
    private final Standing standing;
    private final Records records;
    private final Clock clock;

    RenewSecret(WebhookObject webhook, Standing standing, Records records, Clock clock) {
        this.webhook = webhook;
        this.standing = standing;
        this.records = records;
        this.clock = clock;
    }

    /**
     * How.
     *
     * @param atOnce whether the former key signs no more, since somebody else may know it
     */
    record Input(@Nullable Boolean atOnce) {}

    @Override
    public String object() {
        return webhook.name();
    }

    @Override
    public String name() {
        return "renew_secret";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Row run(Row seen, Input input) {
        return records.together(() -> {
            Row row = records.lock(webhook, seen.id());
            Instant now = clock.instant();
            boolean atOnce = Boolean.TRUE.equals(input.atOnce());
            if (!atOnce && standing.signsByFormer(row, now)) {
                throw Refusal.of(IntegrationError.KEY_CHANGING);
            }
            records.update(
                    webhook,
                    seen.id(),
                    Values.of(webhook.keyNumber, row.require(webhook.keyNumber) + 1)
                            .set(webhook.renewedAt, atOnce ? null : now),
                    name());
            return records.read(webhook, seen.id());
        });
    }
}
