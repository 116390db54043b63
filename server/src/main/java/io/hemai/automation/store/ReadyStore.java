package io.hemai.automation.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers which of the flows that come with Hemai the bound tenant was given, whatever became of them. */
@Component
public class ReadyStore {
    private final DSLContext sql;

    ReadyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The names of those that it was given. */
    public Set<String> given() {
        return sql.select(FlowTables.READY).from(FlowTables.ready()).fetchSet(FlowTables.READY);
    }

    /** Whether the flow is given now, for the first time; waits for who is at it. */
    public boolean give(String name, Instant now) {
        return sql.insertInto(FlowTables.ready(), FlowTables.READY, FlowTables.AT)
                        .values(name, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }
}
