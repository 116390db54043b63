package io.hemai.metadata.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.TenantObjects;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The objects of tenants by the version of their metadata, which every request brings along, so that a change is seen by the
 * next request on every node.
 */
@Component
class CompanyObjects implements TenantObjects {
    private static final int MOST = 1_000;

    private final Cache<Key, ObjectTypes> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final MetaStore store;
    private final Composition composition;
    private final TenantTransactions transactions;

    CompanyObjects(MetaStore store, Composition composition, TenantTransactions transactions) {
        this.store = store;
        this.composition = composition;
        this.transactions = transactions;
    }

    private record Key(TenantId tenant, long version) {}

    @Override
    public ObjectTypes of(Tenant tenant, ObjectTypes declared) {
        Key key = new Key(tenant.id(), tenant.metadataVersion());
        ObjectTypes cached = known.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        // outside of the cache's own lock: the transaction may have to wait for a connection
        StoredMeta stored = transactions.read(store::load);
        ObjectTypes made = stored.isEmpty() ? declared : composition.compose(declared, stored);
        return Objects.requireNonNull(known.get(key, k -> made));
    }
}
