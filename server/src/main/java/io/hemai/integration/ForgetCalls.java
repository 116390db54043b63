package io.hemai.integration;

import io.hemai.integration.store.CallStore;
import io.hemai.kernel.Limits;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away messages that were delivered, or given up, long ago. */
@Component
class ForgetCalls {
    /** Long enough to see why another system did not get one. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Tenants tenants;
    private final CallStore calls;
    private final TenantTransactions transactions;
    private final Clock clock;

    ForgetCalls(Tenants tenants, CallStore calls, TenantTransactions transactions, Clock clock) {
        this.tenants = tenants;
        this.calls = calls;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** On every node; a second one finds nothing left to do. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void run() {
        tenants.forEachActive("clearing away messages to webhooks", tenant -> forget());
    }

    /** Those of the bound tenant, some at a time. */
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        int some = Limits.CHUNK;
        while (some == Limits.CHUNK) {
            some = transactions.write(() -> calls.forget(before, Limits.CHUNK));
        }
    }
}
