package io.hemai.workspace;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.WriteOptions;
import io.hemai.shaping.ConfigurationPart;
import io.hemai.shaping.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How pages and forms are laid out. */
@Component
@Order(60)
final class LayoutsPart implements ConfigurationPart {
    private final LayoutObject layout;
    private final Records records;
    private final Gate gate;

    LayoutsPart(LayoutObject layout, Records records, Gate gate) {
        this.layout = layout;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String section() {
        return "layouts";
    }

    @Override
    public void require() {
        gate.require(AdminAbility.META);
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        there().forEach((key, row) -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (Field<?> field : List.of(layout.kind, layout.audience, layout.position, layout.definition)) {
                Object value = row.value(field);
                if (value != null) {
                    members.put(field.name(), value);
                }
            }
            said.put(key, members);
        });
        return said;
    }

    private Map<String, Row> there() {
        Map<String, Row> there = new LinkedHashMap<>();
        records.list(Query.of(layout)
                        .sort(new Sort(CommonFields.CREATED_AT.name(), false))
                        .limit(Limits.BATCH))
                .forEach(row -> there.put(
                        Keys.next(Keys.of(row.require(layout.object), row.label()), there::containsKey), row));
        return there;
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        sent.put(layout.object.name(), Keys.object(key));
        sent.put(layout.name.name(), Keys.name(key));
        records.write(
                records.type(layout), List.of(Change.create(records.type(layout), sent, false)), WriteOptions.USUAL);
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Row row = there().get(key);
        if (row == null) {
            throw Refusal.of(RecordsError.NOT_FOUND, layout.name(), key);
        }
        records.write(
                records.type(layout),
                List.of(Change.update(records.type(layout), row.id(), null, changed, false)),
                WriteOptions.USUAL);
    }
}
