package io.hemai.automation.run;

import io.hemai.automation.store.RunStore;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has runs take their steps when they are due. A node remembers when each tenant's next run is due and asks no database meanwhile; one
 * statement for all tenants finds, every now and then, in whose tables other nodes have been at work, which may have died since.
 */
@Component
class FlowWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FlowWorker.class);
    private static final String SCHEMA_PREFIX = "t_";
    /** The pool is the requests' as well. */
    private static final int AT_ONCE = 2;

    /** How long a tenant's runs go on before those of others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AT_LEAST = Duration.ofMillis(500);
    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final FlowWork work;
    private final FlowClocks clocks;
    private final RunStore runs;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Map<TenantId, Instant> next = new ConcurrentHashMap<>();
    private final Set<TenantId> working = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> seen = new HashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FlowWorker(
            FlowWork work,
            FlowClocks clocks,
            RunStore runs,
            Tenants tenants,
            TenantTransactions transactions,
            Clock clock) {
        this.work = work;
        this.clocks = clocks;
        this.runs = runs;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

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

    /** Says that the bound tenant has runs that may be due, once the open transaction has committed. */
    void wakeAfterCommit() {
        TenantId tenant = CurrentTenant.get().id();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(tenant);
            }
        });
    }

    /** Has a look at the tenant's runs. */
    void wake(TenantId tenant) {
        next.put(tenant, Instant.MIN);
        bell.release();
    }

    private void looking() {
        Instant swept = Instant.MIN;
        while (running) {
            try {
                Instant now = clock.instant();
                if (!now.isBefore(swept.plus(swept.equals(Instant.MIN) ? Duration.ZERO : SWEEP))) {
                    swept = now;
                    sweep();
                }
                next.forEach((tenant, due) -> {
                    if (!due.isAfter(now)) {
                        begin(tenant);
                    }
                });
                bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unreachable) {
                LOG.warn("runs of flows cannot be looked after: {}", unreachable.toString());
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
        threads.execute(() -> {
            try {
                tenants.find(id).ifPresent(this::takeAll);
            } catch (RuntimeException trouble) {
                LOG.warn("flows of tenant {} wait", id, trouble);
                next.put(id, clock.instant().plus(AFTER_TROUBLE));
            } finally {
                working.remove(id);
                free.release();
                bell.release();
            }
        });
    }

    private void takeAll(Tenant tenant) {
        CurrentTenant.run(tenant, () -> {
            long begun = System.nanoTime();
            boolean more = true;
            while (more && running && System.nanoTime() - begun < TURN.toNanos()) {
                boolean started = clocks.startSome();
                more = work.takeSome() > 0 || started;
            }
            Optional<Instant> due = more ? Optional.of(Instant.MIN) : nextDue();
            // what is due and was not taken is another node's at the moment
            Instant soonest = more ? Instant.MIN : clock.instant().plus(AT_LEAST);
            due.map(at -> at.isBefore(soonest) ? soonest : at)
                    .ifPresent(at -> next.merge(tenant.id(), at, (one, other) -> one.isBefore(other) ? one : other));
        });
    }

    private Optional<Instant> nextDue() {
        return Acting.call(
                new SystemIdentity("flows", "flows"),
                () -> transactions.read(() -> Stream.of(runs.next(), clocks.next())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())));
    }

    /** Wakes every tenant whose runs changed since the last sweep, here or elsewhere. */
    private void sweep() {
        runs.written().forEach(this::compare);
    }

    private void compare(String schema, long written) {
        Long before = seen.put(schema, written);
        boolean grown = before == null || before != written;
        if (grown && schema.startsWith(SCHEMA_PREFIX) && TenantId.valid(schema.substring(SCHEMA_PREFIX.length()))) {
            wake(new TenantId(schema.substring(SCHEMA_PREFIX.length())));
        }
    }
}
