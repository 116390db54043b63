package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * What mass acts and other work on many records did, as the journal tells: of a mass act by the transactions of its chunks, of automatic
 * work by its id.
 */
@Component
public class WorkTrail {
    private static final Name CHUNK = name("c");
    private static final Name ENTRY = name("j");
    private static final Field<UUID> JOB = field(CHUNK.append("job"), SQLDataType.UUID);
    private static final Field<Long> PLACE = field(CHUNK.append("place"), SQLDataType.BIGINT);
    private static final Field<Object> CHUNK_TRANSACTION = field(CHUNK.append("transaction"));
    private static final Field<Object> ENTRY_TRANSACTION = field(ENTRY.append("transaction"));
    private static final Field<Long> ENTRY_ID = field(ENTRY.append("id"), SQLDataType.BIGINT);
    private static final Field<String> OBJECT = field(ENTRY.append("object"), SQLDataType.VARCHAR);
    private static final Field<UUID> RECORD = field(ENTRY.append("record"), SQLDataType.UUID);
    private static final Field<UUID> ORIGIN = field(ENTRY.append("origin"), SQLDataType.UUID);
    private static final Field<String> ACT = field(ENTRY.append("act"), SQLDataType.VARCHAR);
    private static final Field<JSONB> CHANGES = field(ENTRY.append("changes"), SQLDataType.JSONB);
    private static final String CREATED = "created";
    private static final String DELETED = "deleted";
    private static final String RESTORED = "restored";

    private final DSLContext sql;
    private final TenantTransactions transactions;

    WorkTrail(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A change of a record; changes as the journal has them, {@code {"field":[before,after]}}. */
    public record Step(RecordId record, String changes) {}

    /** The first chunk after the place. */
    public Optional<Long> chunkAfter(RecordId job, long place) {
        return transactions.read(() -> sql.select(PLACE)
                .from(Tables.named("mass_act_chunk").as(CHUNK))
                .where(JOB.eq(job.value()).and(PLACE.gt(place)))
                .orderBy(PLACE)
                .limit(1)
                .fetchOptional(PLACE));
    }

    /** The records of the object to which a chunk did something, each with the act and whether the chunk made it. */
    static Select<Record3<UUID, UUID, Boolean>> touched(RecordId job, long place, String object) {
        return DSL.select(DSL.val(job.value()), RECORD, DSL.boolOr(ACT.eq(DSL.inline(CREATED))))
                .from(Tables.named("mass_act_chunk").as(CHUNK))
                .join(Tables.named("journal").as(ENTRY))
                .on(ENTRY_TRANSACTION.eq(CHUNK_TRANSACTION))
                .where(JOB.eq(job.value()).and(PLACE.eq(place)).and(OBJECT.eq(object)))
                .groupBy(RECORD);
    }

    /** Work whose doings are told apart from those of others. */
    public sealed interface Work {
        /** A mass act. */
        record MassAct(RecordId job) implements Work {}

        /** Pieces of automatic work. */
        record Automatic(Collection<RecordId> pieces) implements Work {}

        private Condition did() {
            return switch (this) {
                case MassAct(var job) -> ENTRY_TRANSACTION.in(transactions(job));
                case Automatic(var pieces) ->
                    ORIGIN.in(pieces.stream().map(RecordId::value).toList());
            };
        }

        private Condition didNot() {
            return switch (this) {
                case MassAct(var job) -> ENTRY_TRANSACTION.notIn(transactions(job));
                case Automatic _ -> ORIGIN.isNull().or(DSL.not(did()));
            };
        }
    }

    /** What all of the work did to the records, the last first. */
    public List<Step> steps(Work work, String object, Collection<RecordId> records) {
        return entries(work.did(), object, records);
    }

    /** What others made of records that are there: who deleted one and brought it back made nothing of it. */
    public List<Step> others(Work work, String object, Collection<RecordId> records) {
        return entries(work.didNot().and(ACT.notIn(DSL.inline(DELETED), DSL.inline(RESTORED))), object, records);
    }

    private List<Step> entries(Condition which, String object, Collection<RecordId> records) {
        return transactions.read(() -> sql.select(RECORD, CHANGES)
                .from(Tables.named("journal").as(ENTRY))
                .where(RECORD.in(records.stream().map(RecordId::value).toList()))
                .and(OBJECT.eq(object))
                .and(which)
                .orderBy(ENTRY_ID.desc())
                .fetch(row -> new Step(new RecordId(row.value1()), row.value2().data())));
    }

    /** Records of the object, by that alias, that are more than what the work made of them: made or changed by somebody else. */
    static Condition isOfOthers(Work work, ObjectType type, Name alias) {
        return DSL.notExists(
                        entries(type, alias).and(ACT.eq(DSL.inline(CREATED))).and(work.did()))
                .or(DSL.exists(entries(type, alias).and(work.didNot())));
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
