package io.hemai.metadata.schema;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Lets one node at a time compare or index a schema. */
@Component
public class SchemaLock {
    /** Tells our advisory locks from those of others. */
    private static final int OURS = 0x48454D41;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE = 200;

    private final DSLContext sql;

    SchemaLock(DSLContext sql) {
        this.sql = sql;
    }

    /** Does the work while no other node does the like in this schema. */
    public void run(String schema, Runnable work) {
        sql.connection(connection -> {
            DSLContext own = DSL.using(connection, sql.configuration().dialect(), sql.settings());
            await(own, schema);
            workUnlocking(own, schema, work);
        });
    }

    /** Does the work unless another node does the like in this schema right now; says whether it did. */
    public boolean runIfFree(String schema, Runnable work) {
        return sql.connectionResult(connection -> {
            DSLContext own = DSL.using(connection, sql.configuration().dialect(), sql.settings());
            if (!own.select(lock("pg_try_advisory_lock", schema)).fetchSingle().value1()) {
                return false;
            }
            workUnlocking(own, schema, work);
            return true;
        });
    }

    private static void workUnlocking(DSLContext own, String schema, Runnable work) {
        try {
            work.run();
        } finally {
            own.select(lock("pg_advisory_unlock", schema)).fetch();
        }
    }

    /** Asks again and again instead of waiting inside a statement, whose snapshot would hold back concurrent index builds. */
    private static void await(DSLContext own, String schema) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!own.select(lock("pg_try_advisory_lock", schema)).fetchSingle().value1()) {
            if (System.nanoTime() > deadline) {
                throw Refusal.of(MetadataError.BUSY);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw Refusal.of(MetadataError.BUSY);
            }
        }
    }

    private static Field<Boolean> lock(String function, String schema) {
        return DSL.function(
                DSL.name(function),
                SQLDataType.BOOLEAN,
                DSL.inline(OURS),
                DSL.function(DSL.name("hashtext"), SQLDataType.INTEGER, DSL.inline(schema)));
    }
}
