package io.hemai.records;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.query.Binder;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Asks many filters of few records, as rules do after a change. */
@Component
public class Matcher {
    private final Records records;
    private final Metadata metadata;
    private final Gate gate;
    private final ValueContexts contexts;
    private final Clock clock;

    Matcher(Records records, Metadata metadata, Gate gate, ValueContexts contexts, Clock clock) {
        this.records = records;
        this.metadata = metadata;
        this.gate = gate;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Which of these records of the object, read in this transaction, match what. */
    public Matches among(ObjectType type, Collection<Row> rows) {
        Binder binder = new Binder(Acting.who(), metadata.current(), gate, contexts.current(), clock);
        return new Matches(records, binder, contexts, type, rows);
    }
}
