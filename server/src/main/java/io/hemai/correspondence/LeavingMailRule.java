package io.hemai.correspondence;

import io.hemai.messaging.Outbox;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.MailState;
import org.springframework.stereotype.Component;

/** A mail that is deleted before it was tried to send it does not leave. */
@Component
final class LeavingMailRule implements Rule {
    private final ActivityObject activity;
    private final Outbox outbox;

    LeavingMailRule(ActivityObject activity, Outbox outbox) {
        this.activity = activity;
        this.outbox = outbox;
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.sound(Change.Kind.DELETE).stream()
                .filter(change -> change.previous(activity.mailState) == MailState.SENDING)
                .forEach(change -> outbox.takeBack(change.id()));
    }
}
