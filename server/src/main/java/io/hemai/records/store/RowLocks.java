package io.hemai.records.store;

import static org.jooq.impl.DSL.inline;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Row;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks the records that a write changes and reads how they stand and what the caller may do with each. */
@Component
public class RowLocks {
    private final Jdbc jdbc;
    private final Gate gate;
    private final Metadata metadata;
    private final Clock clock;

    RowLocks(Jdbc jdbc, Gate gate, Metadata metadata, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** A locked record. */
    public record Locked(Row row, boolean mayUpdate, boolean mayDelete) {}

    /** The records of the set that the caller may read, locked in the order of their ids so that writers never wait in a ring. */
    public Map<RecordId, Locked> lock(ChangeSet changes) {
        List<UUID> ids = changes.changes().stream()
                .filter(c -> c.kind() == Change.Kind.UPDATE || c.kind() == Change.Kind.DELETE)
                .map(c -> c.id().value())
                .distinct()
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        ObjectType type = changes.type();
        Identity who = Acting.who();
        Rights rights = gate.rights(who, type);
        Binder binder = new Binder(who, metadata.current(), gate, changes.context(), clock);
        ConditionSql conditions = new ConditionSql(new Aliases());
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        type.fields().forEach(f -> columns.addAll(Tables.columns(Aliases.ROOT, f)));
        columns.add(allowed(binder.rights(type, rights.update()), conditions));
        columns.add(allowed(binder.rights(type, rights.delete()), conditions));
        SelectSeekStep1<Record, UUID> standing = DSL.select(columns)
                .from(Tables.of(type).as(Aliases.ROOT))
                .where(Tables.id(Aliases.ROOT).in(ids))
                .and(conditions.compile(binder.readable(type), Aliases.ROOT))
                .orderBy(Tables.id(Aliases.ROOT));
        boolean deletes = changes.changes().stream().anyMatch(c -> c.kind() == Change.Kind.DELETE);
        // ids never change, so rows that are only updated may be linked to meanwhile; else two who add to a record
        // and then update it would wait for each other
        Query locking = deletes
                ? standing.forUpdate().of(DSL.table(Aliases.ROOT))
                : standing.forNoKeyUpdate().of(DSL.table(Aliases.ROOT));
        return jdbc.read(locking, result -> read(type, result));
    }

    /**
     * Those of the records that are there, kept from being deleted until the transaction ends: as the database does for what a
     * link leads to, for what is told by object and id.
     */
    public Set<RecordId> hold(ObjectType type, Collection<RecordId> ids) {
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT)
                                .in(ids.stream().map(RecordId::value).toList()))
                        .orderBy(Tables.id(Aliases.ROOT))
                        .forKeyShare(),
                result -> {
                    Set<RecordId> held = new HashSet<>();
                    while (result.next()) {
                        held.add(new RecordId(result.getObject(1, UUID.class)));
                    }
                    return held;
                });
    }

    private static org.jooq.Field<Boolean> allowed(Condition condition, ConditionSql conditions) {
        return DSL.coalesce(DSL.field(conditions.compile(condition, Aliases.ROOT)), inline(false));
    }

    private static Map<RecordId, Locked> read(ObjectType type, ResultSet result) throws SQLException {
        ResultColumns columns = new ResultColumns(result);
        Map<RecordId, Locked> locked = new HashMap<>();
        while (result.next()) {
            int at = 1;
            @Nullable Object[] values = new @Nullable Object[type.fields().size()];
            for (int i = 0; i < values.length; i++) {
                Field<?> field = type.fields().get(i);
                values[i] = field.type().load(columns.at(at));
                at += field.type().columns().size();
            }
            Row row = new Row(type, values);
            locked.put(row.id(), new Locked(row, result.getBoolean(at), result.getBoolean(at + 1)));
        }
        return locked;
    }
}
