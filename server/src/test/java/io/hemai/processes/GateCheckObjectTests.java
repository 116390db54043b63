package io.hemai.processes;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class GateCheckObjectTests extends StandardObjectContract {
    @Autowired
    GateCheckObject check;

    @Override
    protected StandardObject object() {
        return check;
    }

    @Override
    protected Values example() {
        RecordId deal = RecordId.next();
        return Values.of(check.name, "Budget confirmed")
                .set(check.about, new About("opportunity", deal))
                .set(check.process, RecordId.next().toString())
                .set(check.item, "0 budget")
                .set(check.done, true)
                .set(check.at, Instant.parse("2026-11-28T08:00:00Z"));
    }
}
