package io.hemai.integration;

import io.hemai.integration.store.CallStore;
import io.hemai.integration.store.StoredCall;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.DueWork;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.tenancy.Writings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Has messages sent to webhooks when they are due, several at a time: one that does not answer keeps nobody else waiting. */
@Component
class Courier extends DueWork {
    private static final int AT_ONCE = 64;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Sending sending;
    private final Lines lines;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Courier(Sending sending, Lines lines, Writings writings, Tenants tenants, Clock clock) {
        super("webhooks", CallStore.TABLES, writings, tenants, clock);
        this.sending = sending;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    protected boolean takeSome() {
        if (lines.isFull() || !free.tryAcquire()) {
            return false;
        }
        Tenant tenant = CurrentTenant.get();
        Optional<StoredCall> claimed = Optional.empty();
        try {
            claimed = sending.claim();
        } finally {
            if (claimed.isEmpty()) {
                free.release();
            }
        }
        claimed.ifPresent(one -> Thread.ofVirtual().name("webhook").start(() -> send(tenant, one)));
        return claimed.isPresent();
    }

    private void send(Tenant tenant, StoredCall claimed) {
        try {
            CurrentTenant.run(tenant, () -> sending.send(claimed));
        } finally {
            free.release();
            wake(tenant.id());
        }
    }

    @Override
    protected Optional<Instant> nextDue() {
        if (lines.isFull()) {
            // the end of one of its own wakes it
            return Optional.empty();
        }
        return free.availablePermits() == 0 ? Optional.of(clock.instant().plus(SOON)) : sending.nextDue();
    }
}
