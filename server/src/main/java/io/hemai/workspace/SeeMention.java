package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.notification.Notifications;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person named has seen it; when for the first time, that stays. */
@Component
final class SeeMention extends NotesSeen {
    private final MentionObject mention;
    private final Notifications notifications;
    private final Clock clock;

    SeeMention(MentionObject mention, Records records, Notifications notifications, Clock clock) {
        super(mention, records);
        this.mention = mention;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "see";
    }

    @Override
    public @Nullable Row run(Row record, NoInput input) {
        Row answer = super.run(record, input);
        RecordId comment = record.value(mention.comment);
        RecordId talk = comment == null ? record.value(mention.activity) : comment;
        if (talk != null) {
            notifications.settle(List.of(record.require(CommonFields.OWNER)), MentionsReaction.key(talk));
        }
        return answer;
    }

    @Override
    protected Instant seen(@Nullable Instant before) {
        return Objects.requireNonNullElseGet(before, clock::instant);
    }
}
