package io.hemai.records.transfer;

import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets the database be gone for a moment, or something else happen, when a test asks for it and a record of a certain name comes by. */
@Component
final class OutageRule implements Rule {
    static final String AT = "outage";

    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    void arm() {
        outages.set(1);
    }

    /** Lets it happen once while the record is written. */
    void meanwhile(Runnable event) {
        meanwhile.set(event);
    }

    boolean happened() {
        return outages.get() == 0;
    }

    @Override
    public String object() {
        return "sample";
    }

    @Override
    public void apply(ChangeSet changes) {
        Field<?> name = changes.type().nameField();
        boolean here = changes.written().stream().anyMatch(c -> AT.equals(c.value(name)));
        if (here) {
            meanwhile.getAndSet(() -> {}).run();
        }
        if (here && outages.getAndUpdate(n -> Math.max(0, n - 1)) == 1) {
            throw new DataAccessResourceFailureException("gone while writing " + CommonFields.ID);
        }
    }
}
