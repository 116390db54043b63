package io.hemai.workspace;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class FigureObjectTests extends StandardObjectContract {
    @Autowired
    FigureObject figure;

    @Autowired
    DashboardObject dashboard;

    @Override
    protected StandardObject object() {
        return figure;
    }

    @Override
    protected Values example() {
        return Values.of(figure.dashboard, records.create(dashboard, Values.of(dashboard.name, "本月")))
                .set(figure.name, "各阶段商机")
                .set(figure.kind, "funnel")
                .set(
                        figure.report,
                        Map.of(
                                "object",
                                "opportunity",
                                "group_by",
                                List.of(Map.of("field", "stage")),
                                "measures",
                                List.of(Map.of("fn", "sum", "field", "amount", "name", "total")),
                                "limit",
                                10L));
    }
}
