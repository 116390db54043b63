package io.hemai.correspondence;

import io.hemai.kernel.Refusal;
import io.hemai.messaging.Outbox;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.MailState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A mail that the mail server did not take is tried once more, as it is. */
@Component
final class SendAgain implements Verb<NoInput, Row> {
    private final ActivityObject activity;
    private final Outbox outbox;
    private final Records records;

    SendAgain(ActivityObject activity, Outbox outbox, Records records) {
        this.activity = activity;
        this.outbox = outbox;
        this.records = records;
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public String name() {
        return "send_again";
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
    public @Nullable Row run(Row record, NoInput input) {
        // the mail first, as who notes what became of it
        boolean again = outbox.again(record.id());
        Row standing = records.lockToChange(record.type(), record.id());
        if (!again || standing.value(activity.mailState) != MailState.FAILED) {
            throw Refusal.of(CorrespondenceError.NOT_FAILED);
        }
        records.update(
                activity,
                record.id(),
                Values.of(activity.mailState, MailState.SENDING).set(activity.mailFailure, null),
                name());
        return null;
    }
}
