package io.hemai.tenancy;

import io.hemai.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has work of tenants done when it is due. A node remembers when each tenant's next piece is due and asks no database meanwhile; one
 * statement for all tenants finds, every now and then, in whose tables other nodes have been at work, which may have died since.
 */
public abstract class DueWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final String SCHEMA_PREFIX = "t_";
    /** The pool is the requests' as well. */
    private static final int AT_ONCE = 2;

    /** How long a tenant's work goes on before that of others has its turn. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AT_LEAST = Duration.ofMillis(500);
    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final String what;
    private final Collection<String> tables;
    private final Writings writings;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<TenantId, Instant> next = new ConcurrentHashMap<>();
    private final Set<TenantId> working = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> seen = new HashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param what waits, for the log, such as "flows"
     * @param tables of each tenant's schema that say what is due
     */
    protected DueWork(String what, Collection<String> tables, Writings writings, Tenants tenants, Clock clock) {
        this.what = what;
        this.tables = tables;
        this.writings = writings;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Does some of what is due for the bound tenant; says whether there may be more. */
    protected abstract boolean takeSome();

    /** When the bound tenant's next piece is due; empty when none is. */
    protected abstract Optional<Instant> nextDue();

    @Override
    public void start() {
        if (!running) {
            running = true;
            threads = Executors.newVirtualThreadPerTaskExecutor();
            threads.execute(this::looking);
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(AFTER_TROUBLE.toSeconds() * 2, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Says that the bound tenant has something that may be due, once the open transaction has committed. */
    public final void wakeAfterCommit() {
        TenantId tenant = CurrentTenant.get().id();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(tenant);
            }
        });
    }

    /** Has a look at what is due for the tenant. */
    public final void wake(TenantId tenant) {
        next.merge(tenant, clock.instant(), DueWork::earlier);
        bell.release();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void looking() {
        Instant swept = Instant.MIN;
        while (running) {
            try {
                Instant now = clock.instant();
                if (!now.isBefore(swept.plus(swept.equals(Instant.MIN) ? Duration.ZERO : SWEEP))) {
                    swept = now;
                    writings.of(tables).forEach(this::compare);
                }
                // who has waited for longest comes first, so that nobody waits for good
                next.entrySet().stream()
                        .filter(due -> !due.getValue().isAfter(now))
                        .sorted(Map.Entry.comparingByValue())
                        .forEach(due -> begin(due.getKey()));
                bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unreachable) {
                LOG.warn("{} cannot be looked after: {}", what, unreachable.toString());
            }
        }
    }

    private void begin(TenantId id) {
        if (!working.add(id)) {
            return;
        }
        if (!free.tryAcquire()) {
            working.remove(id);
            return;
        }
        next.remove(id);
        try {
            threads.execute(() -> work(id));
        } catch (RejectedExecutionException stopping) {
            next.put(id, clock.instant());
            end(id);
        }
    }

    private void work(TenantId id) {
        try {
            tenants.find(id).ifPresent(tenant -> CurrentTenant.run(tenant, () -> takeAll(id)));
        } catch (RuntimeException trouble) {
            LOG.warn("{} of tenant {} wait", what, id, trouble);
            next.put(id, clock.instant().plus(AFTER_TROUBLE));
        } finally {
            end(id);
        }
    }

    private void end(TenantId id) {
        working.remove(id);
        free.release();
        bell.release();
    }

    private void takeAll(TenantId id) {
        long begun = System.nanoTime();
        boolean more = true;
        while (more && running && System.nanoTime() - begun < TURN.toNanos()) {
            more = takeSome();
        }
        Instant now = clock.instant();
        Optional<Instant> due = more ? Optional.of(now) : nextDue();
        // what is due and was not taken is another node's at the moment
        Instant soonest = more ? now : now.plus(AT_LEAST);
        due.map(at -> at.isBefore(soonest) ? soonest : at).ifPresent(at -> next.merge(id, at, DueWork::earlier));
    }

    /** Wakes a tenant whose tables were written since the last look, here or elsewhere. */
    private void compare(String schema, long written) {
        Long before = seen.put(schema, written);
        boolean grown = before == null || before != written;
        if (grown && schema.startsWith(SCHEMA_PREFIX) && TenantId.valid(schema.substring(SCHEMA_PREFIX.length()))) {
            wake(new TenantId(schema.substring(SCHEMA_PREFIX.length())));
        }
    }
}
