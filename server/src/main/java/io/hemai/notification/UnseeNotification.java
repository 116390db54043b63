package io.hemai.notification;

import io.hemai.records.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person wants to come back to it, as though it had not been seen. */
@Component
final class UnseeNotification extends NotesNotificationSeen {
    UnseeNotification(NotificationObject notification, Records records) {
        super(notification, records);
    }

    @Override
    public String name() {
        return "unsee";
    }

    @Override
    protected @Nullable Instant seen(@Nullable Instant before) {
        return null;
    }
}
