package io.hemai.metadata.custom;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.schema.SchemaLock;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import io.hemai.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes and drops indexes of fields while everybody works on; what a crash cut off goes on at the next start. */
@Component
@Order(25)
class FieldWork implements TenantSetup, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FieldWork.class);
    private static final int AT_ONCE = 2;
    private static final int SHOWN_DUPLICATES = 5;

    private final MetaFrame frame;
    private final MetaStore store;
    private final Shaping shaping;
    private final TableShaping tables;
    private final SchemaLock lock;
    private final TenantTransactions transactions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    FieldWork(
            MetaFrame frame,
            MetaStore store,
            Shaping shaping,
            TableShaping tables,
            SchemaLock lock,
            TenantTransactions transactions) {
        this.frame = frame;
        this.store = store;
        this.shaping = shaping;
        this.tables = tables;
        this.lock = lock;
        this.transactions = transactions;
    }

    @Override
    public void prepare(Tenant tenant) {
        stored(tenant).fields().forEach(this::startIfBuilding);
    }

    /** What is stored now. */
    StoredMeta stored(Tenant tenant) {
        return CurrentTenant.call(tenant, () -> transactions.read(store::load));
    }

    /** Goes on in the background when there is something to wait for. */
    void startIfBuilding(StoredField row) {
        if (row.state() == FieldState.BUILDING && row.inUse()) {
            Tenant tenant = CurrentTenant.get();
            threads.execute(() -> CurrentTenant.run(tenant, () -> inTurn(tenant, row.object(), row.name())));
        }
    }

    private void inTurn(Tenant tenant, String object, String field) {
        try {
            free.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            lock.run(tenant.schema(), () -> build(tenant, object, field));
        } catch (RuntimeException failed) {
            LOG.error("{}: the indexes of {}.{} wait for the next start", tenant.id(), object, field, failed);
        } finally {
            free.release();
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
            finish(row.get().built());
        } catch (Refusal busy) {
            throw busy;
        } catch (RuntimeException failed) {
            List<String> values = tables.duplicates(tenant.schema(), type, field, SHOWN_DUPLICATES);
            LOG.warn("{}: {}.{} cannot be indexed", tenant.id(), object, name, failed);
            StoredField without = row.get().failed(ShapingError.DUPLICATES.code() + ": " + String.join(", ", values));
            finish(without);
            if (without.live()) {
                Field<?> before = shaping.field(without, stored);
                tables.dropUnwantedIndexes(tenant.schema(), type, before, false);
            }
        }
    }

    private void finish(StoredField row) {
        frame.change(stored -> {
            stored.field(row.object(), row.name())
                    .filter(f -> f.state() == FieldState.BUILDING)
                    .ifPresent(now -> store.save(row.deleted(now.deletedAt())));
            return row;
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
