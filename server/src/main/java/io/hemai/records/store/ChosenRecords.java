package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.Query;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records that bulk acts are about, as they were chosen: in the order of their ids, a chunk a row. */
@Component
public class ChosenRecords {
    private static final Name FOUND = name("found");
    private static final Name PLACED = name("placed");
    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<Long> CHUNK = field(name("chunk"), SQLDataType.BIGINT);
    private static final Field<UUID[]> IDS = field(name("ids"), SQLDataType.UUID.getArrayDataType());
    private static final Field<Long[]> VERSIONS = field(name("versions"), SQLDataType.BIGINT.getArrayDataType());

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final RowReader reader;

    ChosenRecords(DSLContext sql, TenantTransactions transactions, RowReader reader) {
        this.sql = sql;
        this.transactions = transactions;
        this.reader = reader;
    }

    /** A record and the version in which it was chosen. */
    public record Chosen(RecordId id, long version) {}

    private static Table<Record> table() {
        return Tables.named("mass_act_records");
    }

    /** Makes the table in the tenant's schema, unless it is there. */
    void prepare(String schema) {
        sql.createTableIfNotExists(DSL.table(name(schema, "mass_act_records")))
                .column("job", SQLDataType.UUID.notNull())
                .column("chunk", SQLDataType.BIGINT.notNull())
                .column("ids", SQLDataType.UUID.getArrayDataType().notNull())
                .column("versions", SQLDataType.BIGINT.getArrayDataType().notNull())
                .constraints(DSL.primaryKey("job", "chunk"))
                .execute();
    }

    /**
     * Notes which records the query finds within the caller's rights, and answers how many; none passes through here.
     *
     * @param among null for all; else only those of them that the caller may read
     * @param most how many there may be; one more than that says that there are too many
     */
    public long choose(RecordId job, Query query, @Nullable Collection<RecordId> among, int most) {
        return transactions.write(() -> {
            Select<Record2<UUID, Long>> found = DSL.selectFrom(
                            reader.every(query, among).asTable(FOUND.last()))
                    .limit(inline(most + 1));
            Field<UUID> id = Tables.id(FOUND);
            Field<Long> version = DSL.field(FOUND.append("version"), SQLDataType.BIGINT);
            Field<Integer> number = DSL.rowNumber().over(DSL.orderBy(id));
            Select<?> placed = DSL.select(
                            id,
                            version,
                            number.minus(inline(1)).div(inline(Limits.CHUNK)).as(CHUNK))
                    .from(found.asTable(FOUND.last()));
            Field<UUID> placedId = Tables.id(PLACED);
            Field<Long> placedVersion = DSL.field(PLACED.append("version"), SQLDataType.BIGINT);
            Field<Long> chunk = DSL.field(PLACED.append("chunk"), SQLDataType.BIGINT);
            return sql
                    .insertInto(table(), JOB, CHUNK, IDS, VERSIONS)
                    .select(DSL.select(
                                    DSL.val(job.value()),
                                    chunk,
                                    DSL.arrayAgg(placedId).orderBy(placedId),
                                    DSL.arrayAgg(placedVersion).orderBy(placedId))
                            .from(placed.asTable(PLACED.last()))
                            .groupBy(chunk))
                    .returningResult(DSL.cardinality(IDS))
                    .fetch(row -> row.value1().longValue())
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        });
    }

    /** The next records behind so many that are done, at most to the end of their chunk. */
    public List<Chosen> next(RecordId job, long done, int most) {
        int first = (int) (done % Limits.CHUNK);
        return transactions.read(() -> sql.select(IDS, VERSIONS)
                .from(table())
                .where(JOB.eq(job.value()).and(CHUNK.eq(done / Limits.CHUNK)))
                .fetchOptional(row -> part(row.value1(), row.value2(), first, most))
                .orElseGet(List::of));
    }

    private static List<Chosen> part(UUID[] ids, Long[] versions, int first, int most) {
        int end = Math.min(ids.length, first + most);
        return IntStream.range(Math.min(first, end), end)
                .mapToObj(i -> new Chosen(new RecordId(ids[i]), versions[i]))
                .toList();
    }

    /** Forgets the records of an act that has ended. */
    public void forget(RecordId job) {
        transactions.write(
                () -> sql.deleteFrom(table()).where(JOB.eq(job.value())).execute());
    }
}
