package io.hemai.correspondence;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
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

/** The mail is not to leave: it was sent too early, or to somebody else. */
@Component
final class TakeBack implements Verb<NoInput, TakeBack.TakenBack> {
    private final ActivityObject activity;
    private final Outbox outbox;
    private final Records records;

    TakeBack(ActivityObject activity, Outbox outbox, Records records) {
        this.activity = activity;
        this.outbox = outbox;
        this.records = records;
    }

    /** What is gone. */
    record TakenBack(RecordId activity) {}

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public String name() {
        return "take_back";
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
    public @Nullable TakenBack run(Row record, NoInput input) {
        // the mail first, as who notes what became of it
        boolean taken = outbox.takeBack(record.id());
        records.lockToChange(record.type(), record.id());
        if (!taken) {
            throw Refusal.of(CorrespondenceError.HAS_LEFT);
        }
        // who may write a mail need not be one who may delete what was done
        Acting.run(SystemIdentity.onBehalfOf(Acting.who(), name()), () -> {
            records.update(activity, record.id(), Values.of(activity.mailState, MailState.FAILED), name());
            records.delete(activity, record.id());
        });
        return new TakenBack(record.id());
    }
}
