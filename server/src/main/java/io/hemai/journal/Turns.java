package io.hemai.journal;

import static org.jooq.impl.DSL.row;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.OutdatedMetadata;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets a reader read on in the bound tenant's journal: one batch, one transaction. */
@Component
class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int MOST_TRIES = 5;

    private final DSLContext sql;
    private final Positions positions;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    Turns(
            DSLContext sql,
            Positions positions,
            Tenants tenants,
            TenantTransactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.sql = sql;
        this.positions = positions;
        this.tenants = tenants;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** What was being handled when something failed. */
    private static final class Attempt {
        private @Nullable Position from;
        private List<Entry> entries = List.of();
    }

    /**
     * Hands the reader its next entries; failures of the reader are dealt with, failures of the database are thrown. The reader
     * finds the tenant bound as it is now, however long ago the caller bound it.
     */
    Turn take(JournalReader reader) {
        return CurrentTenant.call(now(), () -> takeNow(reader));
    }

    private Tenant now() {
        return tenants.require(CurrentTenant.get().id());
    }

    private Turn takeNow(JournalReader reader) {
        Attempt attempt = new Attempt();
        try {
            return Acting.call(new SystemIdentity(reader.name(), reader.name()), () -> read(reader, attempt));
        } catch (OutdatedMetadata changed) {
            return new Turn.Read();
        } catch (TransientDataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException failed) {
            Position from = attempt.from;
            if (from == null || attempt.entries.isEmpty()) {
                throw failed;
            }
            return transactions.write(() -> failed(reader, from, attempt.entries, failed));
        }
    }

    /** A new reader's position is committed before it reads, so that a failure of the first batch has a place to be noted. */
    private Turn read(JournalReader reader, Attempt attempt) {
        Turn turn = transactions.write(() -> readNext(reader, attempt));
        return turn instanceof Turn.Elsewhere && transactions.write(() -> positions.begin(reader.name()))
                ? transactions.write(() -> readNext(reader, attempt))
                : turn;
    }

    private Turn readNext(JournalReader reader, Attempt attempt) {
        Position from = positions.hold(reader.name()).orElse(null);
        if (from == null) {
            return new Turn.Elsewhere();
        }
        Instant now = clock.instant();
        if (from.retryAt() != null && from.retryAt().isAfter(now)) {
            return new Turn.Waiting(Duration.between(now, from.retryAt()));
        }
        Ahead ahead = ahead(from, reader.reads());
        if (ahead.entries().isEmpty()) {
            return nothing(reader, from, ahead);
        }
        attempt.from = from;
        attempt.entries = ahead.entries();
        List<Entry> wanted = ahead.entries().stream().filter(reader.wanted()).toList();
        if (!wanted.isEmpty()) {
            reader.handle(wanted);
        }
        if (reader.derives()) {
            transactions.requireCurrent();
        }
        positions.move(reader.name(), from, ahead.entries().getLast());
        if (from.next() != null || ahead.full()) {
            return new Turn.Read();
        }
        return ahead.heldBack() ? new Turn.HeldBack(true) : new Turn.UpToDate();
    }

    private Turn nothing(JournalReader reader, Position from, Ahead ahead) {
        if (from.next() != null) {
            positions.enter(reader.name(), from.next());
            return new Turn.Read();
        }
        return ahead.heldBack() ? new Turn.HeldBack(false) : new Turn.UpToDate();
    }

    /**
     * What comes next.
     *
     * @param heldBack whether there are entries behind these that something may still come before
     * @param full whether there are as many as are read at a time
     */
    private record Ahead(List<Entry> entries, boolean heldBack, boolean full) {}

    /** In an epoch that is over, every transaction has ended. */
    private Ahead ahead(Position from, Set<String> read) {
        org.jooq.Field<Boolean> settled = from.next() == null
                ? DSL.field(JournalColumns.TRANSACTION.lt(JournalColumns.OLDEST_RUNNING))
                : DSL.inline(true);
        Result<Record> rows = sql.select(JournalColumns.reading(read))
                .select(settled.as("settled"))
                .from(JournalColumns.table())
                .where(row(JournalColumns.TRANSACTION, JournalColumns.ID)
                        .gt(row(JournalColumns.xid(from.transaction()), DSL.val(from.id()))))
                .and(JournalColumns.ID.ge(from.firstId()))
                .and(JournalColumns.ID.lt(from.nextFirstId()))
                .orderBy(JournalColumns.BY_TRANSACTION, JournalColumns.ID)
                .limit(from.batch())
                .fetch();
        List<Entry> entries = rows.stream()
                .filter(r -> Objects.equals(r.get("settled", Boolean.class), true))
                .map(JournalColumns::read)
                .toList();
        return new Ahead(entries, entries.size() < rows.size(), entries.size() == from.batch());
    }

    private Turn failed(JournalReader reader, Position from, List<Entry> entries, RuntimeException failure) {
        String name = reader.name();
        Instant now = clock.instant();
        if (entries.size() > 1) {
            positions.retry(name, from, entries.size() / 2, 0, now, failure.toString());
            return new Turn.Read();
        }
        Entry entry = entries.getFirst();
        int tries = from.tries() + 1;
        if (tries < MOST_TRIES) {
            Duration pause = Duration.ofMillis(250L << tries);
            positions.retry(name, from, 1, tries, now.plus(pause), failure.toString());
            return new Turn.Waiting(pause);
        }
        LOG.error(
                "{} cannot take entry {} of tenant {}",
                name,
                entry.id(),
                CurrentTenant.get().id(),
                failure);
        meters.counter("hemai.journal.dead", "reader", name).increment();
        positions.bury(name, from, entry, now, failure.toString());
        return new Turn.Read();
    }

    List<DeadEntry> dead(int most) {
        return transactions.read(() -> positions.dead(most));
    }

    /** Hands the reader once more what it could not take; answers how much it takes now. */
    int replay(JournalReader reader) {
        return CurrentTenant.call(now(), () -> replayNow(reader));
    }

    private int replayNow(JournalReader reader) {
        int taken = 0;
        for (Entry entry : transactions.read(() -> positions.buried(reader.name()))) {
            try {
                Acting.run(
                        new SystemIdentity(reader.name(), reader.name()),
                        () -> transactions.write(() -> {
                            reader.handle(List.of(entry));
                            if (reader.derives()) {
                                transactions.requireCurrent();
                            }
                            positions.unbury(reader.name(), entry);
                        }));
                taken++;
            } catch (RuntimeException still) {
                LOG.warn("{} still cannot take entry {}", reader.name(), entry.id(), still);
            }
        }
        return taken;
    }
}
