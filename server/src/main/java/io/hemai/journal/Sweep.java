package io.hemai.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.TenantId;
import io.hemai.tenancy.Tenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Finds by itself what nobody was woken for, because a node died between commit and reading: one statement for all tenants asks
 * PostgreSQL's statistics how many rows each journal has taken, and what has grown is read. Also makes the coming months.
 */
@Component
class Sweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int SWEEPS_PER_MONTHS = 120;
    private static final String SCHEMA_PREFIX = "t_";

    private final DSLContext sql;
    private final JournalFeed feed;
    private final JournalMonths months;
    private final Tenants tenants;
    private final Bell bell;
    private final Map<String, Long> seen = new HashMap<>();
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Sweep(DSLContext sql, JournalFeed feed, JournalMonths months, Tenants tenants, Bell bell) {
        this.sql = sql;
        this.feed = feed;
        this.months = months;
        this.tenants = tenants;
        this.bell = bell;
    }

    @Override
    public void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name("journal-sweep").start(this::sweeping);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweeping() {
        for (int round = 0; running; round++) {
            try {
                sweep();
                if (round % SWEEPS_PER_MONTHS == SWEEPS_PER_MONTHS - 1) {
                    tenants.forEachActive("making the coming months of the journal", months::prepare);
                }
                Thread.sleep(EVERY);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.warn("journals could not be swept", failed);
                pauseAfterFailure();
            }
        }
    }

    private static void pauseAfterFailure() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes the readers of every journal that has grown since the last sweep. */
    void sweep() {
        Field<String> schema = field(name("n", "nspname"), SQLDataType.VARCHAR);
        Field<Long> inserted = DSL.sum(
                        DSL.function(name("pg_stat_get_tuples_inserted"), SQLDataType.BIGINT, field(name("c", "oid"))))
                .cast(SQLDataType.BIGINT);
        sql.select(schema, inserted)
                .from(DSL.table(name("pg_catalog", "pg_class")).as("c"))
                .join(DSL.table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(field(name("c", "relname"), SQLDataType.VARCHAR).in(months.names()))
                .groupBy(schema)
                .forEach(row -> compare(row.value1(), row.value2()));
    }

    private void compare(String schema, long inserted) {
        Long before = seen.put(schema, inserted);
        boolean grown = before == null ? inserted > 0 : before != inserted;
        if (grown && schema.startsWith(SCHEMA_PREFIX) && TenantId.valid(schema.substring(SCHEMA_PREFIX.length()))) {
            TenantId tenant = new TenantId(schema.substring(SCHEMA_PREFIX.length()));
            feed.wake(tenant);
            bell.ring(tenant);
        }
    }
}
