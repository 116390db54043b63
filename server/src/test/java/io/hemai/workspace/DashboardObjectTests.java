package io.hemai.workspace;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class DashboardObjectTests extends StandardObjectContract {
    @Autowired
    DashboardObject dashboard;

    @Override
    protected StandardObject object() {
        return dashboard;
    }

    @Override
    protected Values example() {
        return Values.of(dashboard.name, "本月")
                .set(dashboard.settings, Map.of("columns", 3L))
                .set(dashboard.audience, List.of("everyone"));
    }
}
