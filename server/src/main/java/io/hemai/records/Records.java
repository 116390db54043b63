package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.StandardObject;
import io.hemai.records.change.Steps;
import io.hemai.records.store.NamedLocks;
import io.hemai.records.store.RowLocks;
import io.hemai.records.store.RowReader;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every read and write of records, under the acting identity's rights. Each call is one transaction, or part of the one that is
 * open.
 */
@Component
public class Records {
    private final Metadata metadata;
    private final TenantTransactions transactions;
    private final Steps steps;
    private final RowReader reader;
    private final RowLocks locks;
    private final NamedLocks named;
    private final ValueContexts contexts;
    private final Clock clock;

    Records(
            Metadata metadata,
            TenantTransactions transactions,
            Steps steps,
            RowReader reader,
            RowLocks locks,
            NamedLocks named,
            ValueContexts contexts,
            Clock clock) {
        this.metadata = metadata;
        this.transactions = transactions;
        this.steps = steps;
        this.reader = reader;
        this.locks = locks;
        this.named = named;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** The tenant's form of a declared object. */
    public ObjectType type(StandardObject object) {
        return metadata.current().of(object);
    }

    /** The record, or a refusal when there is none that the identity may read. */
    public Row read(String object, RecordId id) {
        return find(Query.of(object).where(CommonFields.ID.is(id)))
                .orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, id));
    }

    /** The record, or a refusal when there is none that the identity may read. */
    public Row read(StandardObject object, RecordId id) {
        return read(object.name(), id);
    }

    /** The first record that the query finds. */
    public Optional<Row> find(Query query) {
        return list(query.limit(1)).stream().findFirst();
    }

    /** The records that the query finds, up to its limit; code may ask for a chunk at a time. */
    public List<Row> list(Query query) {
        if (query.limit() < 1 || query.limit() > Limits.BATCH || query.after() != null || query.before() != null) {
            throw new IllegalArgumentException("code asks for up to " + Limits.BATCH + " rows from the first on");
        }
        return reader.rows(query);
    }

    /**
     * The next records of a long list, the newest first, as many as the query's limit.
     *
     * @param before the last one of the list before; null to begin
     */
    public List<Row> next(Query query, @Nullable RecordId before) {
        if (query.limit() < 1 || query.limit() > Limits.BATCH || !query.sort().isEmpty()) {
            throw new IllegalArgumentException("code reads long lists by up to " + Limits.BATCH + " rows, unsorted");
        }
        return reader.rows(query, before);
    }

    /** Refuses a question that the identity may not ask, or that nobody can; asks nothing. */
    public void requireAskable(Query query) {
        reader.check(query);
    }

    /** Those of the records that the identity may read, by id. */
    public Map<RecordId, Row> rows(String object, Collection<RecordId> ids) {
        Map<RecordId, Row> found = new HashMap<>();
        List<RecordId> wanted = ids.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += Limits.IN_VALUES) {
            List<RecordId> chunk = wanted.subList(from, Math.min(from + Limits.IN_VALUES, wanted.size()));
            list(Query.of(object).where(CommonFields.ID.in(chunk)).limit(chunk.size()))
                    .forEach(row -> found.put(row.id(), row));
        }
        return found;
    }

    /**
     * Those of the records that the identity may read, by id; none of them is deleted until the transaction ends. For what leads to
     * records by object and id, which the database does not hold.
     */
    public Map<RecordId, Row> held(String object, Collection<RecordId> ids) {
        Map<RecordId, Row> readable = rows(object, ids);
        readable.keySet().retainAll(locks.hold(metadata.current().require(object), readable.keySet()));
        return readable;
    }

    /** Every record whose link leads to one of the others, as far as the identity may read it. */
    public List<Row> linked(StandardObject object, Field<RecordId> link, Collection<RecordId> targets) {
        List<RecordId> wanted = targets.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() <= Limits.IN_VALUES) {
            List<Row> found = list(Query.of(object).where(link.in(wanted)).limit(Limits.BATCH));
            if (found.size() < Limits.BATCH) {
                return found;
            }
        }
        if (wanted.size() == 1) {
            throw Refusal.of(RecordsError.BATCH_TOO_LARGE, Limits.BATCH, Limits.BATCH);
        }
        int half = wanted.size() / 2;
        List<Row> found = new ArrayList<>(linked(object, link, wanted.subList(0, half)));
        found.addAll(linked(object, link, wanted.subList(half, wanted.size())));
        return found;
    }

    /** The record, locked until the transaction ends, so that what is decided on it stays true. */
    public Row lock(StandardObject object, RecordId id) {
        return lock(type(object), id);
    }

    /** The record, locked until the transaction ends. */
    public Row lock(ObjectType type, RecordId id) {
        return locked(type, id).row();
    }

    /** The record, locked like that; a refusal when the identity may not change it. */
    public Row lockToChange(ObjectType type, RecordId id) {
        RowLocks.Locked locked = locked(type, id);
        if (!locked.mayUpdate()) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
        }
        return locked.row();
    }

    /** The records, none of which anybody changes or comes to lead to until the transaction ends; all of them, or a refusal. */
    public Map<RecordId, Row> lockToChange(ObjectType type, Collection<RecordId> ids) {
        Map<RecordId, RowLocks.Locked> locked = lock(type, ids);
        Map<RecordId, Row> rows = new HashMap<>();
        for (RecordId id : ids) {
            RowLocks.Locked one = locked.get(id);
            if (one == null) {
                throw Refusal.of(RecordsError.NOT_FOUND, type.name(), id);
            }
            if (!one.mayUpdate()) {
                throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
            }
            rows.put(id, one.row());
        }
        return rows;
    }

    /** Those of the records that are there and may be read, as they stand, locked like that. */
    public Map<RecordId, Row> lockedRows(ObjectType type, Collection<RecordId> ids) {
        Map<RecordId, Row> rows = new HashMap<>();
        lock(type, ids).forEach((id, locked) -> rows.put(id, locked.row()));
        return rows;
    }

    /**
     * Those of the records that the identity may change, as they stand; nobody else changes them until the transaction ends, though
     * others may come to lead to them.
     */
    public Map<RecordId, Row> changeable(ObjectType type, Collection<RecordId> ids) {
        Map<RecordId, Row> rows = new HashMap<>();
        lockToUpdate(type, ids).forEach((id, locked) -> {
            if (locked.mayUpdate()) {
                rows.put(id, locked.row());
            }
        });
        return rows;
    }

    /** Whether the identity may change and delete the record, which is locked then. */
    public boolean mayDelete(ObjectType type, RecordId id) {
        return lockIfThere(type, id)
                .filter(locked -> locked.mayUpdate() && locked.mayDelete())
                .isPresent();
    }

    /** Whether the identity may change the record, which is locked then. */
    public boolean mayChange(ObjectType type, RecordId id) {
        return lockIfThere(type, id).filter(RowLocks.Locked::mayUpdate).isPresent();
    }

    private RowLocks.Locked locked(ObjectType type, RecordId id) {
        return lockIfThere(type, id).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, type.name(), id));
    }

    /**
     * The records that the caller may read, with what the caller may do with each, locked until the transaction ends: meanwhile
     * nobody changes them and nothing comes to lead to them.
     */
    public Map<RecordId, RowLocks.Locked> lock(ObjectType type, Collection<RecordId> ids) {
        List<Change> going =
                ids.stream().map(id -> Change.delete(type, id, null)).toList();
        return locks.lock(new ChangeSet(type, going, contexts.current(), clock.instant(), WriteOptions.USUAL));
    }

    private Optional<RowLocks.Locked> lockIfThere(ObjectType type, RecordId id) {
        return Optional.ofNullable(lockToUpdate(type, List.of(id)).get(id));
    }

    private Map<RecordId, RowLocks.Locked> lockToUpdate(ObjectType type, Collection<RecordId> ids) {
        List<Change> untouched = ids.stream()
                .map(id -> Change.update(type, id, null, Map.of(), true))
                .toList();
        return locks.lock(new ChangeSet(type, untouched, contexts.current(), clock.instant(), WriteOptions.USUAL));
    }

    /**
     * Lets one transaction at a time decide what there is to be of things that have no record yet; the others wait until it ends.
     */
    public void alone(Collection<String> names) {
        named.take(names);
    }

    /** Goes on beside others who do the same, but not beside a transaction that is {@link #alone} with the name. */
    public void alongside(String name) {
        named.share(name);
    }

    /** How many records match. */
    public long count(String object, Filter where) {
        return reader.count(Query.of(object).where(where), Long.MAX_VALUE);
    }

    /** Makes a record. */
    public RecordId create(StandardObject object, Values values) {
        return create(object, List.of(values)).getFirst();
    }

    /** Makes records in one go; the ids in the order given. */
    public List<RecordId> create(StandardObject object, List<Values> values) {
        ObjectType type = type(object);
        List<Change> changes =
                values.stream().map(v -> Change.create(type, v.byField(), true)).toList();
        write(type, changes, WriteOptions.USUAL.allowingDuplicates());
        return changes.stream().map(Change::id).toList();
    }

    /** Changes a record. */
    public void update(StandardObject object, RecordId id, Values values) {
        update(object, id, values, null);
    }

    /** Changes a record; why, when a rule or verb does it, is what its history says. */
    public void update(StandardObject object, RecordId id, Values values, @Nullable String why) {
        update(object, Map.of(id, values), why);
    }

    /** Changes records in one go. */
    public void update(StandardObject object, Map<RecordId, Values> values, @Nullable String why) {
        ObjectType type = type(object);
        List<Change> changes = new ArrayList<>();
        values.forEach((id, v) -> {
            Change change = Change.update(type, id, null, v.byField(), true);
            if (why != null) {
                change.because(why);
            }
            changes.add(change);
        });
        if (!changes.isEmpty()) {
            write(type, changes, WriteOptions.USUAL.allowingDuplicates());
        }
    }

    /** Moves a record to the bin. */
    public void delete(StandardObject object, RecordId id) {
        ObjectType type = type(object);
        write(type, List.of(Change.delete(type, id, null)), WriteOptions.USUAL);
    }

    /** Takes changes of one object through the steps of a write. */
    public ChangeSet write(ObjectType type, List<Change> changes, WriteOptions options) {
        return transactions.write(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ChangeSet set = new ChangeSet(type, changes, contexts.current(), now, options);
            steps.take(set);
            return set;
        });
    }

    /** Refuses what the caller could give to no record of the object: unknown or closed fields, values that are none. */
    public void requireFit(ObjectType type, Map<String, @Nullable Object> values) {
        requireFit(Change.update(type, RecordId.next(), null, values, false));
    }

    /** Refuses a change whose values are for no record of its object, as {@link #requireFit(ObjectType, Map)} does. */
    public void requireFit(Change change) {
        transactions.read(() -> {
            ChangeSet set = new ChangeSet(
                    change.type(), List.of(change), contexts.current(), clock.instant(), WriteOptions.USUAL);
            steps.coerce(set);
            set.refuseIfAny();
            return set;
        });
    }

    /**
     * Writes what is sound and leaves the rest with its problems. What only the database finds (a value taken in the same moment)
     * costs its neighbours a second try in ever smaller sets, never their success.
     */
    public void writeRowByRow(ObjectType type, List<Change> changes, WriteOptions options) {
        for (int from = 0; from < changes.size(); from += Limits.CHUNK) {
            attempt(type, changes.subList(from, Math.min(from + Limits.CHUNK, changes.size())), options.rowByRow());
        }
    }

    private void attempt(ObjectType type, List<Change> changes, WriteOptions options) {
        List<Change> fresh = changes.stream().map(Change::again).toList();
        try {
            transactions.nested(() -> write(type, fresh, options));
            for (int i = 0; i < changes.size(); i++) {
                changes.get(i).became(fresh.get(i));
            }
        } catch (Refusal refused) {
            if (changes.size() == 1) {
                refused.problems().forEach(changes.getFirst()::refuse);
                return;
            }
            int middle = changes.size() / 2;
            attempt(type, changes.subList(0, middle), options);
            attempt(type, changes.subList(middle, changes.size()), options);
        }
    }

    /** Does several reads and writes as one: all of it happens, or none. */
    public <T> T together(Supplier<T> work) {
        return transactions.write(work);
    }
}
