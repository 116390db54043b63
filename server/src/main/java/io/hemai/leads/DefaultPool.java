package io.hemai.leads;

import io.hemai.accounts.PoolObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.metadata.Wording;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a new company a pool to begin with. */
@Component
@Order(61)
class DefaultPool implements TenantSetup {
    private final PoolObject pool;
    private final Records records;
    private final Wording wording;

    DefaultPool(PoolObject pool, Records records, Wording wording) {
        this.pool = pool;
        this.records = records;
        this.wording = wording;
    }

    @Override
    public void prepare(Tenant tenant) {
        Acting.run(new SystemIdentity("set-up", "the pool to begin with"), () -> {
            if (records.find(Query.of(pool)).isEmpty()) {
                records.create(pool, Values.of(pool.name, wording.text("pool.default.name", tenant.locale())));
            }
        });
    }
}
