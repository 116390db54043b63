package io.hemai.metadata.custom;

import io.hemai.database.PassingFailures;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.schema.SchemaLock;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import io.hemai.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes and drops indexes of fields while everybody works on; what a crash cut off goes on at the next start. */
@Component
@Order(25)
class FieldWork implements TenantSetup, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FieldWork.class);
    private static final int AT_ONCE = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int SHOWN_DUPLICATES = 5;

    private final MetaFrame frame;
    private final MetaStore store;
    private final Shaping shaping;
    private final TableShaping tables;
    private final SchemaLock lock;
    private final TenantTransactions transactions;
    private final Filling filling;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    FieldWork(
            MetaFrame frame,
            MetaStore store,
            Shaping shaping,
            TableShaping tables,
            SchemaLock lock,
            TenantTransactions transactions,
            Filling filling) {
        this.frame = frame;
        this.store = store;
        this.shaping = shaping;
        this.tables = tables;
        this.lock = lock;
        this.transactions = transactions;
        this.filling = filling;
    }

    @Override
    public void prepare(Tenant tenant) {
        stored(tenant).fields().forEach(this::startIfBuilding);
    }

    /** What is stored now. */
    StoredMeta stored(Tenant tenant) {
        return CurrentTenant.call(tenant, () -> transactions.read(store::load));
    }

    /**
     * The row waiting until its formula is worked out for all records that stand, and so those that follow from it; within the
     * transaction that changes them.
     */
    StoredField stale(StoredField row, StoredMeta stored) {
        filling.begin(row);
        for (StoredField other : FormulaChecks.following(row, stored)) {
            filling.begin(other);
            store.save(other.stale());
        }
        return row.stale();
    }

    /** Goes on in the background with a field and those that follow from it. */
    void startWithFollowing(StoredField row) {
        startIfBuilding(row);
        if (row.isStale()) {
            FormulaChecks.following(row, stored(CurrentTenant.get())).forEach(this::startIfBuilding);
        }
    }

    /** How far a stale formula is worked out; null when it is not stale. */
    FieldStatus.@Nullable Filled filled(Tenant tenant, StoredField row) {
        return row.isStale() ? CurrentTenant.call(tenant, () -> transactions.read(() -> filling.filled(row))) : null;
    }

    /** Goes on in the background when there is something to wait for. */
    void startIfBuilding(StoredField row) {
        if (row.state() == FieldState.BUILDING && row.inUse()) {
            Tenant tenant = CurrentTenant.get();
            threads.execute(() -> CurrentTenant.run(tenant, () -> inTurn(tenant, row.object(), row.name())));
        }
    }

    /** Until it is done: whoever waits for the schema holds neither a place nor a connection meanwhile. */
    private void inTurn(Tenant tenant, String object, String field) {
        Duration pause = FIRST_PAUSE;
        try {
            while (!done(tenant, object, field)) {
                Thread.sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next piece of it; others get a turn between one chunk of records and the next. */
    private boolean done(Tenant tenant, String object, String field) throws InterruptedException {
        while (true) {
            free.acquire();
            try {
                if (!filling.goOn(tenant, object, field)) {
                    return lock.runIfFree(tenant.schema(), () -> build(tenant, object, field));
                }
            } catch (RuntimeException failed) {
                if (PassingFailures.include(failed)) {
                    LOG.info("{}: {}.{} waits for who is at work there", tenant.id(), object, field);
                } else {
                    LOG.error("{}: {}.{} is tried again later", tenant.id(), object, field, failed);
                }
                return false;
            } finally {
                free.release();
            }
        }
    }

    private void build(Tenant tenant, String object, String name) {
        StoredMeta stored = stored(tenant);
        Optional<StoredField> row =
                stored.field(object, name).filter(f -> f.inUse() && f.state() == FieldState.BUILDING);
        if (row.isEmpty()) {
            return;
        }
        ObjectType type = shaping.objectsWith(stored, row.get().built()).require(object);
        Field<?> field = type.requireField(name);
        try {
            tables.indexConcurrently(tenant.schema(), type, field);
            tables.dropUnwantedIndexes(tenant.schema(), type, field, false);
            finish(row.get(), StoredField::built);
        } catch (RuntimeException failed) {
            if (PassingFailures.include(failed)) {
                throw failed;
            }
            LOG.warn("{}: {}.{} cannot be indexed", tenant.id(), object, name, failed);
            giveUp(tenant, row.get(), type, failed);
        }
    }

    private void giveUp(Tenant tenant, StoredField row, ObjectType type, RuntimeException failed) {
        String reason = failed instanceof DataIntegrityViolationException || isIntegrityViolation(failed)
                ? duplicates(tenant, type, type.requireField(row.name()))
                : FieldFailure.NOT_INDEXED;
        finish(row, now -> now.failed(reason));
        StoredMeta stored = stored(tenant);
        stored.field(row.object(), row.name())
                .filter(f -> f.inUse() && f.live() && f.state() == FieldState.FAILED)
                .ifPresent(f -> tables.dropUnwantedIndexes(tenant.schema(), type, shaping.field(f, stored), false));
    }

    private static boolean isIntegrityViolation(RuntimeException failed) {
        return failed instanceof DataAccessException jooq
                && jooq.sqlStateClass() == SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION;
    }

    private String duplicates(Tenant tenant, ObjectType type, Field<?> field) {
        return FieldFailure.duplicates(tables.duplicates(tenant.schema(), type, field, SHOWN_DUPLICATES));
    }

    /** What somebody changed meanwhile stays; when that was what the index is for, another turn makes another. */
    private void finish(StoredField begun, UnaryOperator<StoredField> end) {
        frame.change(stored -> {
            stored.field(begun.object(), begun.name())
                    .filter(now ->
                            now.state() == FieldState.BUILDING && now.wanted().equals(begun.wanted()))
                    .ifPresent(now -> {
                        store.save(end.apply(now));
                        filling.forget(now);
                    });
            return begun;
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
