package io.hemai.metadata.schema;

import io.hemai.database.Transactions;
import io.hemai.kernel.Sha256;
import io.hemai.metadata.Metadata;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every object of a tenant its table. What a schema was last completed to is remembered as a fingerprint, so that a
 * start with nothing to do costs a tenant one small query.
 */
@Component
@Order(20)
public class TenantTables implements TenantSetup {
    private final Metadata metadata;
    private final MetaState state;
    private final SchemaComparison comparison;
    private final SchemaLock lock;
    private final Transactions transactions;
    private final List<TenantMigration> migrations;

    TenantTables(
            Metadata metadata,
            MetaState state,
            SchemaComparison comparison,
            SchemaLock lock,
            Transactions transactions,
            List<TenantMigration> migrations) {
        this.metadata = metadata;
        this.state = state;
        this.comparison = comparison;
        this.lock = lock;
        this.transactions = transactions;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingLong(TenantMigration::number))
                .toList();
    }

    @Override
    public void prepare(Tenant tenant) {
        String schema = tenant.schema();
        state.createTables(schema);
        Collection<TableShape> wanted = Shapes.of(metadata.current()).values();
        String fingerprint = fingerprint(wanted);
        if (!state.shape(schema).equals(fingerprint)) {
            lock.run(schema, () -> {
                migrate(tenant, wanted);
                comparison.complete(schema, wanted);
                state.shaped(schema, fingerprint);
            });
        }
    }

    private void migrate(Tenant tenant, Collection<TableShape> wanted) {
        Set<Long> done = state.migrated(tenant.schema());
        boolean isNew = comparison.isNew(tenant.schema(), wanted);
        migrations.stream()
                .filter(m -> !done.contains(m.number()))
                .forEach(m -> transactions.write(() -> {
                    if (!isNew) {
                        m.migrate(tenant);
                    }
                    state.migrated(tenant.schema(), m.number());
                }));
    }

    private String fingerprint(Collection<TableShape> wanted) {
        List<Long> numbers = migrations.stream().map(TenantMigration::number).toList();
        return HexFormat.of().formatHex(Sha256.of(wanted + " " + numbers));
    }
}
