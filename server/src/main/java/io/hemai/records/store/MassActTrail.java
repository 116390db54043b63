package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a mass act did, as the journal tells by the transactions of its chunks. */
@Component
public class MassActTrail {
    private static final Name CHUNK = name("c");
    private static final Name ENTRY = name("j");
    private static final Field<UUID> JOB = field(CHUNK.append("job"), SQLDataType.UUID);
    private static final Field<Long> PLACE = field(CHUNK.append("place"), SQLDataType.BIGINT);
    private static final Field<Object> CHUNK_TRANSACTION = field(CHUNK.append("transaction"));
    private static final Field<Object> ENTRY_TRANSACTION = field(ENTRY.append("transaction"));
    private static final Field<Long> ENTRY_ID = field(ENTRY.append("id"), SQLDataType.BIGINT);
    private static final Field<String> OBJECT = field(ENTRY.append("object"), SQLDataType.VARCHAR);
    private static final Field<UUID> RECORD = field(ENTRY.append("record"), SQLDataType.UUID);
    private static final Field<String> ACT = field(ENTRY.append("act"), SQLDataType.VARCHAR);
    private static final Field<JSONB> CHANGES = field(ENTRY.append("changes"), SQLDataType.JSONB);
    private static final String CREATED = "created";

    private final DSLContext sql;
    private final TenantTransactions transactions;

    MassActTrail(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A change of a record; changes as the journal has them, {@code {"field":[before,after]}}. */
    public record Step(RecordId record, boolean created, String changes) {}

    /** The last entry of the act about a record, and whether the act made it. */
    public record Left(long entry, boolean created) {}

    /** The last chunk before the place; chunks are undone from the last to the first. */
    public Optional<Long> chunkBefore(RecordId job, long place) {
        return transactions.read(() -> sql.select(PLACE)
                .from(Tables.named("mass_act_chunk").as(CHUNK))
                .where(JOB.eq(job.value()).and(PLACE.lt(place)))
                .orderBy(PLACE.desc())
                .limit(1)
                .fetchOptional(PLACE));
    }

    /** What the chunk did to records of the object, the last first. */
    public List<Step> steps(RecordId job, long place, String object) {
        return transactions.read(() -> sql.select(RECORD, ACT, CHANGES)
                .from(Tables.named("mass_act_chunk").as(CHUNK))
                .join(Tables.named("journal").as(ENTRY))
                .on(ENTRY_TRANSACTION.eq(CHUNK_TRANSACTION))
                .where(JOB.eq(job.value()).and(PLACE.eq(place)).and(OBJECT.eq(object)))
                .orderBy(ENTRY_ID.desc())
                .fetch(MassActTrail::step));
    }

    private static Step step(Record row) {
        return new Step(
                new RecordId(row.get(RECORD)),
                CREATED.equals(row.get(ACT)),
                row.get(CHANGES).data());
    }

    /** What was done to records after the entries. */
    public List<Step> after(String object, Map<RecordId, Long> entries) {
        return transactions.read(() -> sql
                .select(RECORD, ENTRY_ID, ACT, CHANGES)
                .from(Tables.named("journal").as(ENTRY))
                .where(RECORD.in(entries.keySet().stream().map(RecordId::value).toList()))
                .and(OBJECT.eq(object))
                .orderBy(ENTRY_ID)
                .fetch()
                .stream()
                .filter(row -> row.get(ENTRY_ID) > entries.getOrDefault(new RecordId(row.get(RECORD)), Long.MAX_VALUE))
                .map(MassActTrail::step)
                .toList());
    }

    /** How the act left the records. */
    public Map<RecordId, Left> left(RecordId job, String object, Collection<RecordId> records) {
        return transactions.read(() -> {
            Map<RecordId, Left> left = new HashMap<>();
            Field<Long> last = DSL.max(ENTRY_ID).as("last");
            Field<Boolean> created = DSL.boolOr(ACT.eq(DSL.inline(CREATED))).as("made");
            sql.select(RECORD, last, created)
                    .from(Tables.named("journal").as(ENTRY))
                    .where(RECORD.in(records.stream().map(RecordId::value).toList()))
                    .and(OBJECT.eq(object))
                    .and(ENTRY_TRANSACTION.in(transactions(job)))
                    .groupBy(RECORD)
                    .forEach(row -> left.put(new RecordId(row.get(RECORD)), new Left(row.get(last), row.get(created))));
            return left;
        });
    }

    /**
     * Records of the object, by that alias, that are more than what the act made of them: made or changed by somebody else; of the
     * act's own object also those of chunks from the place on, which stayed when they were looked at.
     */
    static Condition staying(RecordId job, ObjectType type, Name alias, boolean own, long place) {
        Condition others = DSL.notExists(entries(type, alias)
                        .and(ACT.eq(DSL.inline(CREATED)))
                        .and(ENTRY_TRANSACTION.in(transactions(job))))
                .or(DSL.exists(entries(type, alias).and(ENTRY_TRANSACTION.notIn(transactions(job)))));
        return own
                ? others.or(DSL.exists(entries(type, alias)
                        .and(ENTRY_TRANSACTION.in(transactions(job).and(PLACE.ge(place))))))
                : others;
    }

    private static SelectConditionStep<?> entries(ObjectType type, Name alias) {
        return DSL.selectOne()
                .from(Tables.named("journal").as(ENTRY))
                .where(RECORD.eq(Tables.id(alias)))
                .and(OBJECT.eq(type.name()));
    }

    private static SelectConditionStep<Record1<Object>> transactions(RecordId job) {
        return DSL.select(CHUNK_TRANSACTION)
                .from(Tables.named("mass_act_chunk").as(CHUNK))
                .where(JOB.eq(job.value()));
    }
}
