package io.hemai.tenancy;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.database.Transactions;
import java.sql.ResultSet;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs work for the bound tenant in one transaction under that tenant's own database role, so that a mistake in a statement
 * cannot reach another tenant's tables.
 */
@Component
public class TenantTransactions {
    private final Transactions transactions;
    private final Jdbc jdbc;
    private final RawSql raw;
    private final Jdbc.Fixed roleChange;

    TenantTransactions(Transactions transactions, Jdbc jdbc, RawSql raw) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.raw = raw;
        this.roleChange = jdbc.fixed(DSL.select(DSL.function(
                DSL.name("set_config"),
                SQLDataType.VARCHAR,
                DSL.inline("role"),
                DSL.val("", SQLDataType.VARCHAR),
                DSL.inline(true))));
    }

    /** Commits what the work wrote, or nothing of it when it throws. */
    public <T> T write(Supplier<T> work) {
        return transactions.write(() -> asTenant(work));
    }

    /** {@link #write(Supplier)} for work without a result. */
    public void write(Runnable work) {
        transactions.write(() -> asTenant(() -> {
            work.run();
            return Boolean.TRUE;
        }));
    }

    /** Writes within the open transaction so that a failure undoes this work alone; opens one when there is none. */
    public <T> T nested(Supplier<T> work) {
        return transactions.nested(() -> asTenant(work));
    }

    /** Reads within one transaction. */
    public <T> T read(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? asTenant(work)
                : transactions.read(() -> asTenant(work));
    }

    /**
     * Lets nothing be committed that was worked out by metadata which is no longer today's. Asked last, while what was written is
     * locked: whoever works by newer metadata comes after it, and finds it.
     *
     * @throws OutdatedMetadata when the tenant's objects have changed since it was bound
     */
    public void requireCurrent() {
        Tenant tenant = CurrentTenant.get();
        if (raw.metadataVersion() != tenant.metadataVersion()) {
            throw new OutdatedMetadata(tenant);
        }
    }

    private <T> T asTenant(Supplier<T> work) {
        Tenant tenant = CurrentTenant.get();
        Object taken = TransactionSynchronizationManager.getResource(this);
        if (taken == null) {
            takeRole(tenant);
        } else if (!taken.equals(tenant.id())) {
            throw new IllegalStateException("the transaction belongs to tenant " + taken + ", not to " + tenant.id());
        }
        return work.get();
    }

    private void takeRole(Tenant tenant) {
        jdbc.read(roleChange, List.of(tenant.schema()), ResultSet::next);
        TransactionSynchronizationManager.bindResource(this, tenant.id());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(TenantTransactions.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(TenantTransactions.this, tenant.id());
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(TenantTransactions.this);
            }
        });
    }
}
