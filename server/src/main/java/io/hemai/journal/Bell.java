package io.hemai.journal;

import io.hemai.kernel.TenantId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells those who wait on this node that a tenant's journal has grown, here or on another node. */
@Component
public class Bell {
    private final List<Consumer<TenantId>> here = new CopyOnWriteArrayList<>();
    private final List<Consumer<TenantId>> anywhere = new CopyOnWriteArrayList<>();

    /** Hears of what this node wrote only; must return at once. */
    void onOwn(Consumer<TenantId> listener) {
        here.add(listener);
    }

    /** Hears of what any node wrote; must return at once. */
    public void onAny(Consumer<TenantId> listener) {
        anywhere.add(listener);
    }

    /** No longer hears. */
    public void off(Consumer<TenantId> listener) {
        here.remove(listener);
        anywhere.remove(listener);
    }

    /** Rings once, when the running transaction has committed. */
    void ringAfterCommit(TenantId tenant) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, tenant);
        TransactionSynchronizationManager.registerSynchronization(new Ringing(tenant));
    }

    /** Another node, or a sweep, says that there may be something to read. */
    void ring(TenantId tenant) {
        anywhere.forEach(listener -> listener.accept(tenant));
    }

    /** Keeps the promise to ring for one transaction. */
    private final class Ringing implements TransactionSynchronization {
        private final TenantId tenant;

        Ringing(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Bell.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Bell.this, tenant);
        }

        @Override
        public void afterCommit() {
            here.forEach(listener -> listener.accept(tenant));
            ring(tenant);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Bell.this);
        }
    }
}
