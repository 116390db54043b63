package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.records.store.Labels;
import io.hemai.records.verb.NoInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes that the person opened the record. Within a minute it is noted once, and a hundred of each person are kept: the next one
 * takes the row of the one that was opened longest ago.
 */
@Component
final class OpenRecord extends OfRecords<OpenRecord.Opened> {
    static final int MOST = 100;
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final SystemIdentity NOTING = new SystemIdentity("workspace", "notes what was opened");

    private final RecentObject recent;
    private final Records records;
    private final Labels labels;
    private final Clock clock;

    OpenRecord(RecentObject recent, Records records, Labels labels, Clock clock) {
        this.recent = recent;
        this.records = records;
        this.labels = labels;
        this.clock = clock;
    }

    /** When it was opened, as noted. */
    record Opened(Instant openedAt) {}

    @Override
    public String name() {
        return "open";
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return !type.is(ObjectTrait.PERSONAL);
    }

    @Override
    public Opened run(Row record, NoInput input) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<RecordId> person = Acting.user().map(UserIdentity::user);
        if (person.isEmpty()) {
            return new Opened(now);
        }
        About about = new About(record.type().name(), record.id());
        String label = labels.of(record);
        return Acting.call(NOTING, () -> note(person.get(), about, label, now));
    }

    private Opened note(RecordId person, About about, String label, Instant now) {
        String key = KeptRecord.key(person, about);
        Optional<Row> noted = noted(key);
        if (noted.filter(row -> isFresh(row, now)).isPresent()) {
            return new Opened(noted.get().require(recent.openedAt));
        }
        records.alone(List.of(recent.name() + " " + person));
        Values opened = Values.of(recent.record, about)
                .set(recent.key, key)
                .set(recent.label, label.isBlank() ? about.object() : label)
                .set(recent.openedAt, now);
        place(person, key)
                .ifPresentOrElse(
                        row -> records.update(recent, row.id(), opened),
                        () -> records.create(recent, opened.set(CommonFields.OWNER, person)));
        return new Opened(now);
    }

    private Optional<Row> noted(String key) {
        return records.find(Query.of(recent).where(recent.key.is(key)));
    }

    private boolean isFresh(Row row, Instant now) {
        return row.require(recent.openedAt).plus(ONCE_IN).isAfter(now);
    }

    /** The row to write on; empty for a new one. */
    private Optional<Row> place(RecordId person, String key) {
        Optional<Row> noted = noted(key);
        if (noted.isPresent()) {
            return noted;
        }
        List<Row> kept = records.list(Query.of(recent)
                .where(CommonFields.OWNER.is(person))
                .sort(Sort.byDescending(recent.openedAt))
                .limit(MOST));
        return kept.size() < MOST ? Optional.empty() : Optional.of(kept.getLast());
    }
}
