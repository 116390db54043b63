package io.hemai.notification;

import io.hemai.records.Records;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person has seen it; when for the first time, that stays. */
@Component
final class SeeNotification extends NotesNotificationSeen {
    private final Clock clock;

    SeeNotification(NotificationObject notification, Records records, Clock clock) {
        super(notification, records);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "see";
    }

    @Override
    protected Instant seen(@Nullable Instant before) {
        return Objects.requireNonNullElseGet(before, clock::instant);
    }
}
