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
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the person named has seen it; nobody else says so. */
abstract class NotesSeen implements Verb<NoInput, Row> {
    private static final SystemIdentity NOTING = new SystemIdentity("workspace", "notes what was seen");

    private final MentionObject mention;
    private final Records records;

    protected NotesSeen(MentionObject mention, Records records) {
        this.mention = mention;
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
        return mention.name();
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
        Instant before = record.value(mention.seenAt);
        Instant after = seen(before);
        if (!Objects.equals(before, after)) {
            Values noted = Values.of(mention.seenAt, after);
            Acting.run(NOTING, () -> records.update(mention, record.id(), noted, name()));
        }
        return null;
    }
}
