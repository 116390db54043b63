package io.hemai.metadata.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.TenantObjects;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The objects of tenants by the version of their metadata, which every request brings along, so that a change is seen by the
 * next request on every node.
 */
@Component
class CompanyObjects implements TenantObjects {
    private static final int MOST = 1_000;

    private final Cache<Key, Composed> known =
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

    private record Composed(ObjectTypes current, ObjectTypes withAway, Set<String> gone) {}

    private record Stored(StoredMeta meta, Set<String> purged) {}

    @Override
    public ObjectTypes of(Tenant tenant, ObjectTypes declared) {
        return composed(tenant, declared).current();
    }

    @Override
    public ObjectTypes withAway(Tenant tenant, ObjectTypes declared) {
        return composed(tenant, declared).withAway();
    }

    @Override
    public Set<String> gone(Tenant tenant, ObjectTypes declared) {
        return composed(tenant, declared).gone();
    }

    private Composed composed(Tenant tenant, ObjectTypes declared) {
        Key key = new Key(tenant.id(), tenant.metadataVersion());
        Composed cached = known.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        // outside of the cache's own lock: the transaction may have to wait for a connection
        Stored stored = transactions.read(() -> new Stored(store.load(), store.purged()));
        Composed made = compose(declared, stored);
        return Objects.requireNonNull(known.get(key, k -> made));
    }

    private Composed compose(ObjectTypes declared, Stored kept) {
        StoredMeta stored = kept.meta();
        ObjectTypes current = stored.isEmpty() ? declared : composition.compose(declared, stored);
        StoredMeta restored = stored.restored();
        ObjectTypes withAway = restored.equals(stored) ? current : composition.compose(declared, restored);
        return new Composed(
                current,
                withAway,
                kept.purged().stream().filter(name -> !isThere(name, withAway)).collect(Collectors.toSet()));
    }

    private static boolean isThere(String name, ObjectTypes objects) {
        int dot = name.indexOf('.');
        return dot < 0
                ? objects.find(name).isPresent()
                : objects.find(name.substring(0, dot))
                        .flatMap(type -> type.field(name.substring(dot + 1)))
                        .isPresent();
    }
}
