package io.hemai.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A bounded cache whose keys carry the version of what its values were worked out from. A value that a transaction loads,
 * and that may hold what is never committed, is that transaction's own until it commits.
 */
public final class CommittedCache<K, V> {
    private final Cache<K, V> shared;

    /**
     * @param most values to keep
     */
    public CommittedCache(long most) {
        shared = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The value of the key, loaded when it is not known. */
    public V get(K key, Function<K, V> load) {
        V known = shared.getIfPresent(key);
        if (known != null) {
            return known;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Map<K, V> own = own();
            V mine = own.get(key);
            if (mine == null) {
                mine = load.apply(key);
                own.put(key, mine);
            }
            return mine;
        }
        V loaded = load.apply(key);
        shared.put(key, loaded);
        return loaded;
    }

    @SuppressWarnings("unchecked") // only this method binds a resource under this cache
    private Map<K, V> own() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<K, V>) bound;
        }
        Map<K, V> own = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, own);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(CommittedCache.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(CommittedCache.this, own);
            }

            @Override
            public void savepointRollback(Object savepoint) {
                own.clear();
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CommittedCache.this);
                if (status == STATUS_COMMITTED) {
                    shared.putAll(own);
                }
            }
        });
        return own;
    }
}
