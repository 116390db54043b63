package io.hemai.integration;

import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.fieldtype.About;
import io.hemai.notification.Notice;
import io.hemai.notification.Notifications;
import io.hemai.notification.Said;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps up what a webhook's record says of the way there, and tells who made it when messages do not arrive. */
@Component
class Standing {
    /** A receiver may be away for a moment. */
    static final Duration TOLD_AFTER = Duration.ofHours(1);

    private static final String KIND = "flow";

    private final WebhookObject webhook;
    private final Records records;
    private final Notifications notifications;

    Standing(WebhookObject webhook, Records records, Notifications notifications) {
        this.webhook = webhook;
        this.records = records;
        this.notifications = notifications;
    }

    /** Whether messages are signed by the key before the last change as well. */
    boolean signsByFormer(Row row, Instant now) {
        Instant renewed = row.value(webhook.renewedAt);
        return renewed != null && now.isBefore(renewed.plus(Sending.BOTH_KEYS));
    }

    /**
     * A message arrived or did not.
     *
     * @param gone whether the receiver wants nothing any more, so that it gets nothing
     */
    void noted(Row row, boolean arrived, boolean gone, Instant now) {
        Instant since = row.value(webhook.failingSince);
        if (arrived == (since != null) || gone) {
            Values values = Values.of(webhook.failingSince, arrived ? null : since == null ? now : since);
            Acting.run(
                    Sending.COURIER,
                    () -> records.update(webhook, row.id(), gone ? values.set(webhook.active, false) : values));
        }
        if (gone) {
            tell(row, "notice.webhook_gone", "gone " + now);
        } else if (!arrived && since != null && now.isAfter(since.plus(TOLD_AFTER))) {
            tell(row, "notice.webhook_failing", "failing " + since);
        }
    }

    private void tell(Row row, String what, String once) {
        RecordId maker = row.value(CommonFields.CREATED_BY);
        if (maker != null) {
            notifications.tell(
                    List.of(maker),
                    Notice.of(KIND, Said.coded(what))
                            .about(new About(webhook.name(), row.id()))
                            .once("webhook " + row.id() + " " + once));
        }
    }
}
