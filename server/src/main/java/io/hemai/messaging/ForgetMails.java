package io.hemai.messaging;

import io.hemai.kernel.Limits;
import io.hemai.messaging.store.MailStore;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away mails that were sent, or given up, long ago. */
@Component
class ForgetMails {
    /** Long enough to see why somebody did not get one. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Tenants tenants;
    private final MailStore mails;
    private final TenantTransactions transactions;
    private final Clock clock;

    ForgetMails(Tenants tenants, MailStore mails, TenantTransactions transactions, Clock clock) {
        this.tenants = tenants;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** On every node; a second one finds nothing left to do. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void run() {
        tenants.forEachActive("clearing away mails", tenant -> forget());
    }

    /** Those of the bound tenant, some at a time. */
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        int some = Limits.CHUNK;
        while (some == Limits.CHUNK) {
            some = transactions.write(() -> mails.forget(before, Limits.CHUNK));
        }
    }
}
