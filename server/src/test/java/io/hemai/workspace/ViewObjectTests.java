package io.hemai.workspace;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class ViewObjectTests extends StandardObjectContract {
    @Autowired
    ViewObject view;

    @Override
    protected StandardObject object() {
        return view;
    }

    @Override
    protected Values example() {
        return Values.of(view.name, "华东大单")
                .set(view.object, "opportunity")
                .set(view.kind, "board")
                .set(view.filter, Map.of("field", "status", "op", "eq", "value", "open"))
                .set(view.columns, List.of("name", "account.industry"))
                .set(view.sort, List.of("-amount"))
                .set(view.settings, Map.of("group_by", "stage", "width", 120L))
                .set(view.audience, List.of("sales"))
                .set(view.isDefault, true)
                .set(view.position, 3L);
    }
}
