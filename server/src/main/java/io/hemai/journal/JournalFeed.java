package io.hemai.journal;

import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has this node's journal readers read whenever there may be something to read. */
@Component
public class JournalFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    /** Readers take connections from the pool that requests live on. */
    private static final int AT_ONCE = 4;

    /** Where commit follows commit, a turn takes what came in this time. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Tenants tenants;
    private final Turns turns;
    private final Bell bell;
    private final List<JournalReader> readers;
    private final Map<TenantId, List<Place>> places = new ConcurrentHashMap<>();
    private final Semaphore connections = new Semaphore(AT_ONCE);
    private final Consumer<TenantId> listener = this::wake;
    private volatile boolean running;
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    JournalFeed(Tenants tenants, Turns turns, Bell bell, List<JournalReader> readers) {
        this.tenants = tenants;
        this.turns = turns;
        this.bell = bell;
        this.readers = List.copyOf(readers);
    }

    @Override
    public void start() {
        if (!running) {
            workers = Executors.newVirtualThreadPerTaskExecutor();
            running = true;
            bell.onOwn(listener);
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.off(listener);
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Has every reader look at the tenant's journal. */
    public void wake(TenantId tenant) {
        places.computeIfAbsent(
                        tenant, t -> readers.stream().map(r -> new Place(t, r)).toList())
                .forEach(Place::wake);
    }

    /**
     * Has one reader read in this thread all that the bound tenant's journal holds now.
     *
     * @return false when that took longer than allowed
     */
    public boolean catchUp(JournalReader reader, Duration most) {
        long begun = System.nanoTime();
        while (!(turns.take(reader) instanceof Turn.UpToDate)) {
            if (System.nanoTime() - begun > most.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(FIRST_PAUSE.toNanos());
        }
        return true;
    }

    /** Hands the reader once more the bound tenant's entries that were set aside; answers how many it takes now. */
    public int replay(String reader) {
        return readers.stream()
                .filter(r -> r.name().equals(reader))
                .mapToInt(turns::replay)
                .sum();
    }

    /** Up to so many of the bound tenant's entries that readers could not take, the oldest first. */
    public List<DeadEntry> dead(int most) {
        return turns.dead(most);
    }

    /** Hands every reader once more what it could not take; answers how many entries are taken now. */
    public int replayAll() {
        return readers.stream().mapToInt(turns::replay).sum();
    }

    /** One reader in one tenant's journal: reads when woken, and once more when woken while it reads. */
    private final class Place {
        private final TenantId tenant;
        private final JournalReader reader;
        private final AtomicBoolean woken = new AtomicBoolean();
        private final AtomicBoolean reading = new AtomicBoolean();
        private Duration pause = FIRST_PAUSE;

        Place(TenantId tenant, JournalReader reader) {
            this.tenant = tenant;
            this.reader = reader;
        }

        void wake() {
            woken.set(true);
            if (running && reading.compareAndSet(false, true)) {
                workers.execute(this::read);
            }
        }

        private void wakeIn(Duration time) {
            if (running) {
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, workers)
                        .execute(this::wake);
            }
        }

        private void read() {
            try {
                while (running && woken.getAndSet(false)) {
                    tenants.find(tenant).ifPresent(t -> CurrentTenant.run(t, this::readOn));
                    if (woken.get()) {
                        LockSupport.parkNanos(GATHERING.toNanos());
                    }
                }
            } catch (RuntimeException failed) {
                LOG.warn("{} could not read the journal of {}", reader.name(), tenant, failed);
                wakeIn(PAUSE_AFTER_FAILURE);
            } finally {
                reading.set(false);
            }
            if (woken.get()) {
                wake();
            }
        }

        private void readOn() {
            Turn turn = take();
            while (running && turn instanceof Turn.Read) {
                pause = FIRST_PAUSE;
                turn = take();
            }
            switch (turn) {
                case Turn.Read read -> {}
                case Turn.UpToDate upToDate -> pause = FIRST_PAUSE;
                case Turn.Waiting(var time) -> wakeIn(time);
                case Turn.HeldBack(var some) -> {
                    pause = some ? FIRST_PAUSE : pause;
                    wakeLater();
                }
                case Turn.Elsewhere elsewhere -> wakeLater();
            }
        }

        private void wakeLater() {
            wakeIn(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }

        private Turn take() {
            connections.acquireUninterruptibly();
            try {
                return turns.take(reader);
            } finally {
                connections.release();
            }
        }
    }
}
