package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.MetaColumns.DONE;
import static io.hemai.metadata.custom.MetaColumns.ENDED;
import static io.hemai.metadata.custom.MetaColumns.FIELD;
import static io.hemai.metadata.custom.MetaColumns.OBJECT;
import static io.hemai.metadata.custom.MetaColumns.REACHED;
import static io.hemai.metadata.custom.MetaColumns.TOTAL;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.FormulaFill;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.OutdatedMetadata;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works a new or changed formula out for the records that stand, a chunk at a time; each remembers how far it came. */
@Component
class Filling {
    private final DSLContext sql;
    private final MetaStore store;
    private final Metadata metadata;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final ObjectProvider<FormulaFill> fill;

    Filling(
            DSLContext sql,
            MetaStore store,
            Metadata metadata,
            Tenants tenants,
            TenantTransactions transactions,
            ObjectProvider<FormulaFill> fill) {
        this.sql = sql;
        this.store = store;
        this.metadata = metadata;
        this.tenants = tenants;
        this.transactions = transactions;
        this.fill = fill;
    }

    /** It begins from the first record, also where a chunk is being done: that one ends first, and what it kept counts no more. */
    void begin(StoredField row) {
        keep(row, null, 0, 0, false);
    }

    /** All is done. */
    void forget(StoredField row) {
        sql.deleteFrom(MetaColumns.fillings()).where(of(row)).execute();
    }

    /** How far it came. */
    FieldStatus.Filled filled(StoredField row) {
        return sql.select(DONE, TOTAL)
                .from(MetaColumns.fillings())
                .where(of(row))
                .fetchOptional(found -> new FieldStatus.Filled(found.value1(), found.value2()))
                .orElse(new FieldStatus.Filled(0, 0));
    }

    /** Does the next chunk, by the formulas as they are now; says whether there is more to do. */
    boolean goOn(Tenant tenant, String object, String field) {
        Optional<StoredField> seen = CurrentTenant.call(tenant, () -> transactions.read(() -> stale(object, field)));
        if (seen.isEmpty()) {
            return false;
        }
        // what the company is asked for after that knows the row, or a later one
        Tenant now = tenants.require(tenant.id());
        try {
            return CurrentTenant.call(
                    now,
                    () -> transactions.write(() -> !stale(object, field).equals(seen)
                            || metadata.current()
                                    .find(object)
                                    .map(type -> next(seen.get(), type))
                                    .orElse(false)));
        } catch (OutdatedMetadata changed) {
            return true;
        }
    }

    private Optional<StoredField> stale(String object, String field) {
        return store.load().field(object, field).filter(row -> row.inUse() && row.isStale());
    }

    private boolean next(StoredField row, ObjectType type) {
        Record begun = held(row);
        if (begun.get(ENDED)) {
            return false;
        }
        RecordId after = begun.get(REACHED) == null ? null : new RecordId(begun.get(REACHED));
        long total = after == null ? fill.getObject().count(type) : begun.get(TOTAL);
        FormulaFill.Chunk chunk = fill.getObject().fill(type, after, Limits.CHUNK);
        long done = begun.get(DONE) + chunk.records();
        RecordId last = chunk.last();
        keep(row, last, done, Math.max(total, done), last == null);
        transactions.requireCurrent();
        return last != null;
    }

    /** Nobody else does the same chunk, and nobody has it begin anew before this one is done. */
    private Record held(StoredField row) {
        sql.insertInto(MetaColumns.fillings(), OBJECT, FIELD, DONE, TOTAL, ENDED)
                .values(row.object(), row.name(), 0L, 0L, false)
                .onConflictDoNothing()
                .execute();
        return sql.select()
                .from(MetaColumns.fillings())
                .where(of(row))
                .forUpdate()
                .fetchSingle();
    }

    private void keep(StoredField row, @Nullable RecordId last, long done, long total, boolean ended) {
        sql.insertInto(MetaColumns.fillings())
                .set(OBJECT, row.object())
                .set(FIELD, row.name())
                .set(REACHED, last == null ? null : last.value())
                .set(DONE, done)
                .set(TOTAL, total)
                .set(ENDED, ended)
                .onConflict(OBJECT, FIELD)
                .doUpdate()
                .set(REACHED, last == null ? null : last.value())
                .set(DONE, done)
                .set(TOTAL, total)
                .set(ENDED, ended)
                .execute();
    }

    private static Condition of(StoredField row) {
        return OBJECT.eq(row.object()).and(FIELD.eq(row.name()));
    }
}
