package io.hemai.workspace;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person named has seen it; when for the first time, that stays. */
@Component
final class SeeMention implements Verb<NoInput, Row> {
    private static final SystemIdentity NOTING = new SystemIdentity("workspace", "notes what was seen");

    private final MentionObject mention;
    private final Records records;
    private final Clock clock;

    SeeMention(MentionObject mention, Records records, Clock clock) {
        this.mention = mention;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String object() {
        return mention.name();
    }

    @Override
    public String name() {
        return "see";
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
            throw Refusal.of(WorkspaceError.NOT_YOURS);
        }
        if (record.value(mention.seenAt) == null) {
            Acting.run(
                    NOTING,
                    () -> records.update(mention, record.id(), Values.of(mention.seenAt, clock.instant()), name()));
        }
        return null;
    }
}
