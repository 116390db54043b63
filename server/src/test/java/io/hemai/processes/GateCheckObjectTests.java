package io.hemai.processes;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class GateCheckObjectTests extends StandardObjectContract {
    @Autowired
    GateCheckObject check;

    @Autowired
    ProcessObject process;

    @Override
    protected StandardObject object() {
        return check;
    }

    @Override
    protected Values example() {
        RecordId deals = records.create(
                process,
                Values.of(process.name, "Deals")
                        .set(process.object, "opportunity")
                        .set(process.field, "stage")
                        .set(process.definition, Map.of("states", List.of(Map.of("value", "proposal")))));
        return Values.of(check.name, "Budget confirmed")
                .set(check.about, new About("process", deals))
                .set(check.process, deals)
                .set(check.item, "0 budget")
                .set(check.done, true)
                .set(check.at, Instant.parse("2026-11-28T08:00:00Z"));
    }
}
