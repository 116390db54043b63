package io.hemai.notification;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the person has seen what was told; nobody else says so. */
abstract class NotesNotificationSeen implements Verb<NoInput, Row> {
    private static final SystemIdentity NOTING = new SystemIdentity("notification", "notes what was seen");

    private final NotificationObject notification;
    private final Records records;

    protected NotesNotificationSeen(NotificationObject notification, Records records) {
        this.notification = notification;
        this.records = records;
    }

    /**
     * When it was seen from now on.
     *
     * @param before when it was, null for not yet
     */
    protected abstract @Nullable Instant seen(@Nullable Instant before);

    @Override
    public String object() {
        return notification.name();
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean permitted(Rights rights) {
        return !rights.read().equals(Filter.none());
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public @Nullable Row run(Row record, NoInput input) {
        boolean own = Acting.user()
                .map(UserIdentity::user)
                .filter(person -> person.equals(record.value(CommonFields.OWNER)))
                .isPresent();
        if (!own) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, notification.name());
        }
        Instant before = record.value(notification.seenAt);
        Instant after = seen(before);
        if (!Objects.equals(before, after)) {
            Values noted = Values.of(notification.seenAt, after);
            Acting.run(NOTING, () -> records.update(notification, record.id(), noted, name()));
        }
        return null;
    }
}
