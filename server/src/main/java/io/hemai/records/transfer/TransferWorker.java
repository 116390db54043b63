package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.TransferQueue;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Does imports, bulk acts and exports in the background, two at a time on a node. */
@Component
public class TransferWorker {
    private static final Logger LOG = LoggerFactory.getLogger(TransferWorker.class);
    private static final int AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    static final Duration WHILE_AWAY = Duration.ofMinutes(1);
    private static final int PATIENCE_SECONDS = 10;

    private final TransferQueue queue;
    private final Tenants tenants;
    private final List<TransferTask> tasks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final Halt halt;

    TransferWorker(TransferQueue queue, Tenants tenants, List<TransferTask> tasks, Halt halt) {
        this.queue = queue;
        this.tenants = tenants;
        this.tasks = tasks;
        this.halt = halt;
    }

    /** Queues work for the bound tenant before it is kept; {@link #wake} once it is. */
    void announce(RecordId job, String kind) {
        add(job, kind, AFTER_TROUBLE);
    }

    /** Says that announced work is ready. */
    void wake(RecordId job, String kind) {
        add(job, kind, Duration.ZERO);
        look();
    }

    private void add(RecordId job, String kind, Duration first) {
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        queue.add(job, CurrentTenant.get().id(), person, kind, first);
    }

    /** Keeps what runs here from being taken by others, and takes what nobody does. */
    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (halt.isAsked()) {
            return;
        }
        queue.renew(working, LEASE);
        while (free.tryAcquire()) {
            Optional<TransferQueue.Taken> taken = take();
            if (taken.isEmpty()) {
                free.release();
                return;
            }
            begin(taken.get());
        }
    }

    private void begin(TransferQueue.Taken taken) {
        working.add(taken.worker());
        try {
            threads.execute(() -> work(taken));
        } catch (RejectedExecutionException stopping) {
            working.remove(taken.worker());
            free.release();
            release(taken, Duration.ZERO);
        }
    }

    private Optional<TransferQueue.Taken> take() {
        try {
            return queue.take(LEASE);
        } catch (RuntimeException unreachable) {
            LOG.warn("the queue of work in the background cannot be read: {}", unreachable.toString());
            return Optional.empty();
        }
    }

    private void work(TransferQueue.Taken taken) {
        try {
            Optional<Tenant> tenant = tenants.find(taken.tenant());
            Optional<TransferTask> task =
                    tasks.stream().filter(t -> t.kind().equals(taken.kind())).findFirst();
            if (tenant.isPresent() && task.isPresent()) {
                CurrentTenant.run(tenant.get(), () -> attempt(task.get(), taken));
            } else if (tenants.knows(taken.tenant())) {
                // set aside for now, or a kind that only a newer node knows
                LOG.warn("{} {} of tenant {} waits for who can do it", taken.kind(), taken.id(), taken.tenant());
                release(taken, WHILE_AWAY);
            } else {
                queue.remove(taken);
            }
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException trouble) {
            LOG.warn("{} {} waits: {}", taken.kind(), taken.id(), trouble.toString());
            release(taken, AFTER_TROUBLE);
        } finally {
            working.remove(taken.worker());
            free.release();
        }
        look();
    }

    private void attempt(TransferTask task, TransferQueue.Taken taken) {
        try {
            task.run(taken.id(), taken.worker());
            queue.remove(taken);
        } catch (LeaseLost elsewhere) {
            LOG.info("{} {} is done elsewhere or stopped", taken.kind(), taken.id());
            queue.remove(taken);
        } catch (Halt.Halted stopping) {
            LOG.info(
                    "{} {} ended its chunk; the rest is done by another node or after the next start",
                    taken.kind(),
                    taken.id());
            release(taken, Duration.ZERO);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException trouble) {
            throw trouble;
        } catch (Refusal refused) {
            LOG.info("{} {} of tenant {} ended: {}", taken.kind(), taken.id(), taken.tenant(), refused.code());
            task.fail(taken.id(), taken.worker(), refused);
            queue.remove(taken);
        } catch (RuntimeException reason) {
            LOG.error("{} {} of tenant {} failed", taken.kind(), taken.id(), taken.tenant(), reason);
            task.fail(taken.id(), taken.worker(), reason);
            queue.remove(taken);
        }
    }

    private void release(TransferQueue.Taken taken, Duration pause) {
        try {
            queue.release(taken, pause);
        } catch (RuntimeException unreachable) {
            LOG.warn("{} {} is free again when its lease ends", taken.kind(), taken.id());
        }
    }

    /** Lets what runs end its chunk; another node, or the next start, goes on with the rest. */
    @PreDestroy
    void stop() throws InterruptedException {
        halt.ask();
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn(
                    "imports, bulk acts or exports still run while the application stops; their last chunk is not kept");
            threads.shutdownNow();
        }
    }
}
