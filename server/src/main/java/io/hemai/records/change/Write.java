package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import io.hemai.records.store.RowWriter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the rows. */
@Component
@Order(70)
class Write implements Doing {
    private final RowWriter writer;

    Write(RowWriter writer) {
        this.writer = writer;
    }

    @Override
    public void apply(ChangeSet changes) {
        writer.write(changes);
    }
}
