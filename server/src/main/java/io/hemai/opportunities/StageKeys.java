package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives stages from before their keys; of several with one code, the one that deals of that code have followed. */
@Component
@Order(61)
class StageKeys implements TenantSetup {
    private static final SystemIdentity PREPARING = new SystemIdentity("set-up", "codes of stages are unique");

    private final StageObject stage;
    private final Records records;

    StageKeys(StageObject stage, Records records) {
        this.stage = stage;
        this.records = records;
    }

    @Override
    public void prepare(Tenant tenant) {
        Acting.run(PREPARING, () -> {
            if (records.find(Query.of(stage).where(stage.key.isEmpty())).isPresent()) {
                fill();
            }
        });
    }

    private void fill() {
        List<Row> all = records.list(Query.of(stage)
                .sort(Sort.byDescending(stage.active), Sort.by(stage.position))
                .limit(Limits.BATCH));
        Set<String> taken = new HashSet<>();
        all.forEach(row -> {
            String key = row.value(stage.key);
            if (key != null) {
                taken.add(key);
            }
        });
        Map<RecordId, Values> keys = new LinkedHashMap<>();
        for (Row row : all) {
            String key = StageObject.key(row.require(stage.pipeline), row.require(stage.code));
            if (row.value(stage.key) == null && taken.add(key)) {
                keys.put(row.id(), Values.of(stage.key, key));
            }
        }
        records.update(stage, keys, null);
    }
}
