package io.hemai.accounts;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class PoolObjectTests extends StandardObjectContract {
    @Autowired
    PoolObject pool;

    @Override
    protected StandardObject object() {
        return pool;
    }

    @Override
    protected Values example() {
        return Values.of(pool.name, "华东公海 " + RecordId.next()).set(pool.active, false);
    }
}
