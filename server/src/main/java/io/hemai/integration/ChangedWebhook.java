package io.hemai.integration;

import io.hemai.integration.store.CallStore;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A webhook that is at another address now, or switched on, gets its messages at once. */
@Component
final class ChangedWebhook implements Reaction {
    private final WebhookObject webhook;
    private final Lines lines;
    private final CallStore calls;
    private final Courier courier;
    private final Clock clock;

    ChangedWebhook(WebhookObject webhook, Lines lines, CallStore calls, Courier courier, Clock clock) {
        this.webhook = webhook;
        this.lines = lines;
        this.calls = calls;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public String object() {
        return webhook.name();
    }

    @Override
    public void after(ChangeSet written) {
        written.sound(Change.Kind.UPDATE).stream()
                .filter(change -> change.changes(webhook.url)
                        || (change.changes(webhook.active) && Boolean.TRUE.equals(change.value(webhook.active))))
                .forEach(change -> {
                    lines.rouse(change.id());
                    calls.dueNow(change.id(), clock.instant());
                    courier.wakeAfterCommit();
                });
    }
}
