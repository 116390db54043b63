package io.hemai.workspace;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class LayoutObjectTests extends StandardObjectContract {
    @Autowired
    LayoutObject layout;

    @Override
    protected StandardObject object() {
        return layout;
    }

    @Override
    protected Values example() {
        return Values.of(layout.object, "lead")
                .set(layout.kind, "card")
                .set(layout.definition, List.of("company", Map.of("size", 2L)));
    }
}
