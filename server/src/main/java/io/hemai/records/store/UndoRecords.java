package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The records of acts that are being taken back, each once however often the act wrote it: those to be decided about, and those that
 * were left. What came back is struck off.
 */
@Component
public class UndoRecords {
    private static final String TABLE = "mass_act_undo";
    private static final Name OWN = name("u");
    private static final Name OTHER = name("o");
    private static final Name REACH = name("reach");
    private static final Name CHILD = name("child");
    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    private static final Field<Boolean> MADE = field(name("made"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> STAYS = field(name("stays"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final TenantTransactions transactions;

    UndoRecords(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Makes the table in the tenant's schema, unless it is there. */
    void prepare(String schema) {
        sql.createTableIfNotExists(DSL.table(name(schema, TABLE)))
                .column(JOB.getName(), SQLDataType.UUID.notNull())
                .column(RECORD.getName(), SQLDataType.UUID.notNull())
                .column(MADE.getName(), SQLDataType.BOOLEAN.notNull())
                .column(STAYS.getName(), SQLDataType.BOOLEAN.notNull().defaultValue(false))
                .constraints(
                        DSL.primaryKey(JOB, RECORD),
                        DSL.foreignKey(JOB)
                                .references(DSL.table(name(schema, "mass_act")), field(name("id"), SQLDataType.UUID))
                                .onDeleteCascade())
                .execute();
    }

    private static Table<Record> table() {
        return Tables.named(TABLE);
    }

    /** Notes the records of the object to which a chunk did something, in the transaction that is open. */
    public void gather(RecordId job, long chunk, String object) {
        sql.insertInto(table(), JOB, RECORD, MADE)
                .select(WorkTrail.touched(job, chunk, object))
                .onConflict(JOB, RECORD)
                .doUpdate()
                .set(MADE, true)
                .where(DSL.excluded(MADE).isTrue())
                .execute();
    }

    /** Some of those to be decided about which the act did not make. */
    public List<RecordId> changed(RecordId job) {
        return some(job, false);
    }

    /**
     * Some of those to be decided about which the act made, such that as far as possible nothing that is still to be decided about
     * leads to any of them but they themselves.
     */
    public List<RecordId> made(RecordId job, ObjectType type) {
        List<Field<UUID>> links = Attached.leading(type, type, CHILD);
        if (links.isEmpty()) {
            return some(job, true);
        }
        Set<RecordId> reached = reached(job, type, links);
        if (reached.isEmpty()) {
            return some(job, true); // a ring, where none comes first
        }
        LinkGraph among = new LinkGraph(transactions.read(() -> among(type, links, reached)));
        reached.removeAll(among.from(transactions.read(() -> awaiting(job, type, links, reached))));
        return List.copyOf(reached);
    }

    private List<RecordId> some(RecordId job, boolean made) {
        return transactions.read(() -> sql.select(of(OWN, RECORD))
                .from(table().as(OWN))
                .where(open(job, OWN))
                .and(of(OWN, MADE).eq(inline(made)))
                .orderBy(of(OWN, RECORD).desc())
                .limit(inline(Limits.CHUNK))
                .fetch(row -> new RecordId(row.value1())));
    }

    /** Those to which nothing leads that is to be decided about, and to what these lead, and so on. */
    private Set<RecordId> reached(RecordId job, ObjectType type, List<Field<UUID>> links) {
        Condition led = links.stream()
                .map(link -> DSL.exists(DSL.selectOne()
                        .from(Tables.of(type).as(CHILD))
                        .join(table().as(OTHER))
                        .on(open(job, OTHER).and(of(OTHER, RECORD).eq(Tables.id(CHILD))))
                        .where(link.eq(of(OWN, RECORD)))
                        .and(Tables.id(CHILD).ne(of(OWN, RECORD)))))
                .reduce(DSL.falseCondition(), Condition::or);
        Select<Record1<UUID>> first = DSL.select(of(OWN, RECORD))
                .from(table().as(OWN))
                .where(open(job, OWN))
                .and(of(OWN, MADE))
                .andNot(led)
                .orderBy(of(OWN, RECORD).desc())
                .limit(inline(Limits.CHUNK));
        Select<Record1<UUID>> next = DSL.select(of(OTHER, RECORD))
                .from(DSL.table(REACH))
                .join(Tables.of(type).as(CHILD))
                .on(Tables.id(CHILD).eq(of(REACH, RECORD)))
                .join(table().as(OTHER))
                .on(open(job, OTHER).and(of(OTHER, MADE)))
                .and(of(OTHER, RECORD).in(links));
        CommonTableExpression<?> reach = REACH.fields(RECORD.getName()).as(first.union(next));
        return transactions.read(() -> new LinkedHashSet<>(sql.withRecursive(reach)
                .select(of(REACH, RECORD))
                .from(DSL.table(REACH))
                .limit(inline(Limits.CHUNK))
                .fetch(row -> new RecordId(row.value1()))));
    }

    /** Which of the records lead to which of them. */
    private List<LinkGraph.Edge> among(ObjectType type, List<Field<UUID>> links, Collection<RecordId> records) {
        return links.stream()
                .flatMap(link -> sql
                        .select(Tables.id(CHILD), link)
                        .from(Tables.of(type).as(CHILD))
                        .where(Tables.id(CHILD).in(ids(records)))
                        .and(link.in(ids(records)))
                        .fetch(row -> new LinkGraph.Edge(new RecordId(row.value1()), new RecordId(row.value2())))
                        .stream())
                .toList();
    }

    /** Those of the records to which others lead that are to be decided about later. */
    private Set<RecordId> awaiting(
            RecordId job, ObjectType type, List<Field<UUID>> links, Collection<RecordId> records) {
        Set<RecordId> awaiting = new LinkedHashSet<>();
        for (Field<UUID> link : links) {
            sql.selectDistinct(link)
                    .from(Tables.of(type).as(CHILD))
                    .join(table().as(OTHER))
                    .on(open(job, OTHER).and(of(OTHER, RECORD).eq(Tables.id(CHILD))))
                    .where(link.in(ids(records)))
                    .and(Tables.id(CHILD).notIn(ids(records)))
                    .forEach(row -> awaiting.add(new RecordId(row.value1())));
        }
        return awaiting;
    }

    /** Which of the records, all of the object, lead to which of them. */
    public LinkGraph among(ObjectType type, Collection<RecordId> records) {
        List<Field<UUID>> links = Attached.leading(type, type, CHILD);
        return new LinkGraph(transactions.read(() -> among(type, links, records)));
    }

    /** Strikes records off, but for those that were left, in the transaction that is open. */
    public void decided(RecordId job, Collection<RecordId> records, Collection<RecordId> left) {
        sql.update(table()).set(STAYS, true).where(of(job, left)).execute();
        sql.deleteFrom(table()).where(of(job, records)).andNot(STAYS).execute();
    }

    /** Makes what was left something to be decided about again, in the transaction that is open. */
    public void again(RecordId job) {
        sql.update(table()).set(STAYS, false).where(JOB.eq(job.value())).execute();
    }

    private static Condition of(RecordId job, Collection<RecordId> records) {
        return JOB.eq(job.value()).and(RECORD.in(ids(records)));
    }

    private static Condition open(RecordId job, Name alias) {
        return of(alias, JOB).eq(job.value()).andNot(of(alias, STAYS));
    }

    private static List<UUID> ids(Collection<RecordId> records) {
        return records.stream().map(RecordId::value).toList();
    }

    private static <T> Field<T> of(Name alias, Field<T> column) {
        return field(alias.append(column.getName()), column.getDataType());
    }
}
