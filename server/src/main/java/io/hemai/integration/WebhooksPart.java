package io.hemai.integration;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Webhooks, by their names; before the flows that use them. Their keys stay where they are. */
@Component
@Order(65)
final class WebhooksPart implements ConfigurationPart {
    private final WebhookObject webhook;
    private final Records records;
    private final Gate gate;

    WebhooksPart(WebhookObject webhook, Records records, Gate gate) {
        this.webhook = webhook;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String section() {
        return "webhooks";
    }

    @Override
    public void require() {
        gate.require(AdminAbility.META);
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        records.list(Query.of(webhook)
                        .sort(new Sort(CommonFields.CREATED_AT.name(), false))
                        .limit(Limits.BATCH))
                .forEach(row -> {
                    Map<String, @Nullable Object> members = new LinkedHashMap<>();
                    for (Field<?> field : List.of(webhook.url, webhook.description, webhook.active)) {
                        Object value = row.value(field);
                        if (value != null) {
                            members.put(field.name(), value);
                        }
                    }
                    said.put(row.label(), members);
                });
        return said;
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        sent.put(webhook.name.name(), key);
        write(Change.create(records.type(webhook), sent, false));
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Row row = records.find(Query.of(webhook).where(webhook.name.is(key)))
                .orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, webhook.name(), key));
        write(Change.update(records.type(webhook), row.id(), null, changed, false));
    }

    private void write(Change change) {
        records.write(change.type(), List.of(change), WriteOptions.USUAL);
    }
}
