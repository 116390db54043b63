package io.hemai.records.live;

import io.hemai.journal.Bell;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.records.RecordsError;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who waits on this node for changes, so many and no more. Of one person the oldest gives way to the newest: a page that was left is
 * noticed only when something is written to it, and must not keep out the page that is looked at.
 */
@Component
public class Listeners implements SmartLifecycle {
    private static final int MOST = 500;
    private static final int MOST_PER_PERSON = 6;

    private final Bell bell;
    private final Set<Listener> all = new LinkedHashSet<>();
    private final Consumer<TenantId> rung = this::rung;
    private volatile boolean running;

    Listeners(Bell bell) {
        this.bell = bell;
    }

    /** Somebody who waits for the changes of a tenant. */
    public final class Listener implements AutoCloseable {
        private final TenantId tenant;
        private final RecordId person;
        private final Semaphore changes = new Semaphore(0);
        private volatile boolean replaced;

        private Listener(TenantId tenant, RecordId person) {
            this.tenant = tenant;
            this.person = person;
        }

        /** Whether it may wait on; no longer when this node stops or it gave way. */
        public boolean isOpen() {
            return running && !replaced;
        }

        /** Whether it gave way to a newer one of the same person. */
        public boolean isReplaced() {
            return replaced;
        }

        private void giveWay() {
            replaced = true;
            all.remove(this);
            changes.release();
        }

        /** Waits for changes; false when there were none for so long. */
        public boolean await(Duration most) throws InterruptedException {
            boolean any = changes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            changes.drainPermits();
            return any;
        }

        @Override
        public void close() {
            synchronized (all) {
                all.remove(this);
            }
        }
    }

    /** Begins to wait; a refusal when too many people do already. */
    public Listener listen(TenantId tenant, RecordId person) {
        synchronized (all) {
            List<Listener> own = all.stream()
                    .filter(l -> l.tenant.equals(tenant) && l.person.equals(person))
                    .toList();
            if (own.size() >= MOST_PER_PERSON) {
                own.getFirst().giveWay();
            } else if (all.size() >= MOST) {
                throw Refusal.of(RecordsError.TOO_MANY_LISTENERS);
            }
            Listener listener = new Listener(tenant, person);
            all.add(listener);
            return listener;
        }
    }

    private void rung(TenantId tenant) {
        synchronized (all) {
            all.stream().filter(l -> l.tenant.equals(tenant)).forEach(l -> l.changes.release());
        }
    }

    @Override
    public void start() {
        if (!running) {
            running = true;
            bell.onAny(rung);
        }
    }

    /** Ends before the web server waits for open requests. */
    @Override
    public void stop() {
        running = false;
        bell.off(rung);
        synchronized (all) {
            all.forEach(l -> l.changes.release());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
