package io.hemai.processes;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class ProcessObjectTests extends StandardObjectContract {
    @Autowired
    ProcessObject process;

    @Override
    protected StandardObject object() {
        return process;
    }

    @Override
    protected Values example() {
        return Values.of(process.name, "Deals")
                .set(process.object, "opportunity")
                .set(process.field, "stage")
                .set(process.definition, Map.of("states", List.of(Map.of("value", "proposal"))));
    }
}
