package io.hemai.records.live;

import io.hemai.journal.Bell;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.records.RecordsError;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Who waits on this node for changes, so many and no more. */
@Component
public class Listeners implements SmartLifecycle {
    private static final int MOST = 500;
    private static final int MOST_PER_PERSON = 6;

    private final Bell bell;
    private final Set<Listener> all = new HashSet<>();
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

        private Listener(TenantId tenant, RecordId person) {
            this.tenant = tenant;
            this.person = person;
        }

        /** Whether it may wait on; no longer when this node stops. */
        public boolean isOpen() {
            return running;
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

    /** Begins to wait; a refusal when too many do already. */
    public Listener listen(TenantId tenant, RecordId person) {
        synchronized (all) {
            long own = all.stream()
                    .filter(l -> l.tenant.equals(tenant) && l.person.equals(person))
                    .count();
            if (all.size() >= MOST || own >= MOST_PER_PERSON) {
                throw Refusal.of(RecordsError.TOO_MANY_LISTENERS, MOST_PER_PERSON);
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
