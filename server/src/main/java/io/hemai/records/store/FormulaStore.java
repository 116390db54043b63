package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.formula.Moment;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.FormulaFill;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.computed.ObjectFormulas;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.records.WriteOptions;
import io.hemai.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works the formulas of an object out: for records that are being written, and for those that stand. */
@Component
public class FormulaStore implements FormulaFill {
    private static final SystemIdentity SELF = new SystemIdentity("formulas", "works formulas out");

    /** How long records that people are at work on are waited for, with others held meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RawSql raw;
    private final Jdbc jdbc;
    private final Metadata metadata;
    private final DerivedWriter writer;
    private final ValueContexts contexts;
    private final Clock clock;

    FormulaStore(RawSql raw, Jdbc jdbc, Metadata metadata, DerivedWriter writer, ValueContexts contexts, Clock clock) {
        this.raw = raw;
        this.jdbc = jdbc;
        this.metadata = metadata;
        this.writer = writer;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** The formulas of the object. */
    public ObjectFormulas of(ObjectType type) {
        return metadata.current().formulas(type);
    }

    /** Gives the fields that formulas work out their values in some changes of a set. */
    public void workOut(ChangeSet changes, Collection<Change> some) {
        ObjectFormulas formulas = of(changes.type());
        if (!formulas.isEmpty()) {
            Moment moment = new Moment(changes.now(), CurrentTenant.get().zone());
            some.forEach(change -> formulas.workOut(change::value, change::put, moment, contexts.of(changes, change)));
        }
    }

    @Override
    public long count(ObjectType type) {
        return jdbc.read(DSL.select(DSL.count()).from(Tables.of(type)), result -> {
            result.next();
            return result.getLong(1);
        });
    }

    @Override
    public Chunk fill(ObjectType type, @Nullable RecordId after, int limit) {
        raw.waitForLocks(PATIENCE);
        List<Row> rows = jdbc.read(
                all(type)
                        .and(
                                after == null
                                        ? DSL.noCondition()
                                        : Tables.id(Aliases.ROOT).gt(after.value()))
                        .orderBy(Tables.id(Aliases.ROOT))
                        .limit(DSL.inline(limit))
                        .forNoKeyUpdate()
                        .of(DSL.table(Aliases.ROOT)),
                result -> read(type, result));
        Acting.run(SELF, () -> write(type, differing(type, rows)));
        return new Chunk(
                rows.size(), rows.size() < limit ? null : rows.getLast().id());
    }

    /** Works them out anew for some records of which other values were derived; says how many became other ones. */
    public int refresh(ObjectType type, Collection<RecordId> ids) {
        if (ids.isEmpty() || of(type).isEmpty()) {
            return 0;
        }
        return Acting.call(SELF, () -> {
            SelectConditionStep<Record> some = all(type)
                    .and(Tables.id(Aliases.ROOT)
                            .in(ids.stream().map(RecordId::value).toList()));
            if (differing(type, jdbc.read(some, result -> read(type, result))).isEmpty()) {
                return 0;
            }
            // only what differs is worth a lock, and by then it may not differ any more
            List<Row> held = jdbc.read(
                    some.orderBy(Tables.id(Aliases.ROOT)).forNoKeyUpdate().of(DSL.table(Aliases.ROOT)),
                    result -> read(type, result));
            List<Change> wrong = differing(type, held);
            write(type, wrong);
            return wrong.size();
        });
    }

    private static SelectConditionStep<Record> all(ObjectType type) {
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        type.fields().forEach(field -> columns.addAll(Tables.columns(Aliases.ROOT, field)));
        return DSL.select(columns).from(Tables.of(type).as(Aliases.ROOT)).where(DSL.noCondition());
    }

    private static List<Row> read(ObjectType type, ResultSet result) throws SQLException {
        ResultColumns columns = new ResultColumns(result);
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            int at = 1;
            @Nullable Object[] values = new @Nullable Object[type.fields().size()];
            for (int i = 0; i < values.length; i++) {
                Field<?> field = type.fields().get(i);
                values[i] = field.type().load(columns.at(at));
                at += field.type().columns().size();
            }
            rows.add(new Row(type, values));
        }
        return rows;
    }

    private List<Change> differing(ObjectType type, List<Row> rows) {
        List<Change> changes = rows.stream()
                .map(row -> {
                    Change change = Change.update(type, row.id(), null, java.util.Map.of(), true);
                    change.stood(row);
                    return change;
                })
                .toList();
        workOut(set(type, changes), changes);
        List<? extends Field<?>> fields = fields(type);
        return changes.stream()
                .filter(change -> fields.stream().anyMatch(change::changes))
                .toList();
    }

    private ChangeSet set(ObjectType type, List<Change> changes) {
        return new ChangeSet(type, changes, contexts.current(), clock.instant(), WriteOptions.USUAL);
    }

    private List<Field<?>> fields(ObjectType type) {
        return of(type).all().stream().<Field<?>>map(each -> each.field()).toList();
    }

    private void write(ObjectType type, List<Change> changes) {
        List<Field<?>> fields = fields(type);
        ChangeSet set = set(type, changes);
        writer.write(
                type,
                fields,
                changes.stream()
                        .map(change -> new DerivedWriter.Derived(
                                change.id(),
                                fields.stream()
                                        .<@Nullable Object>map(change::value)
                                        .toList(),
                                contexts.of(set, change)))
                        .toList());
    }
}
