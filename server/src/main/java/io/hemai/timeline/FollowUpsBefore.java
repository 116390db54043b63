package io.hemai.timeline;

import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.About;
import io.hemai.timeline.FollowUps.Standing;
import io.hemai.timeline.FollowedUp.FollowUp;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was next with a customer before an activity ended that, as the journal has it. */
@Component
class FollowUpsBefore {
    /** So many changes of a record may have come since. */
    private static final int LATEST = 20;

    private final ActivityObject activity;
    private final Journal journal;
    private final JsonMapper json;

    FollowUpsBefore(ActivityObject activity, Journal journal, JsonMapper json) {
        this.activity = activity;
        this.journal = journal;
        this.json = json;
    }

    /** The transaction in which the activity was made, and so what it ended. */
    OptionalLong made(RecordId made) {
        return journal.of(activity.name(), made, Long.MAX_VALUE, LATEST).stream()
                .filter(entry -> entry.act() == Act.CREATED)
                .mapToLong(Entry::transaction)
                .findFirst();
    }

    /** What was next before the transaction changed it; the same as now if that is no longer what it made of it. */
    NextStep of(Standing standing, long transaction) {
        FollowUp object = standing.object();
        NextStep now = standing.next();
        About record = standing.record();
        return journal.of(record.object(), record.id(), Long.MAX_VALUE, LATEST).stream()
                .filter(entry -> entry.transaction() == transaction && FollowUps.WHY.equals(entry.why()))
                .map(entry -> json.readTree(entry.changes()))
                .filter(changes -> side(changes, object, 1, now).equals(now))
                .findFirst()
                .map(changes -> side(changes, object, 0, now))
                .orElse(now);
    }

    /** What was next before (0) or after (1) the changes. */
    private static NextStep side(JsonNode changes, FollowUp object, int side, NextStep now) {
        Field<String> step = object.step();
        String at = text(changes, object.at(), side, Objects.toString(now.at(), null));
        String words = step == null ? null : text(changes, step, side, now.words());
        return new NextStep(at == null ? null : Instant.parse(at), words);
    }

    private static @Nullable String text(JsonNode changes, Field<?> field, int side, @Nullable String unchanged) {
        JsonNode pair = changes.path(field.name());
        JsonNode value = pair.path(side);
        return pair.isMissingNode() ? unchanged : value.isNull() ? null : value.asString();
    }
}
