package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stages made before codes were unique. */
@HemaiTest
class StageKeysTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext db;

    @Autowired
    StageKeys keys;

    @Test
    void stagesOfOldGetTheirsAndOfTwinsTheOneInUse() {
        TestTenant company = tenants.fresh();
        Api admin = company.admin();
        var stage = DSL.table(DSL.name(company.tenant().schema(), "stage"));
        var key = DSL.field(DSL.name("key"), SQLDataType.VARCHAR);
        var code = DSL.field(DSL.name("code"), SQLDataType.VARCHAR);
        var active = DSL.field(DSL.name("active"), SQLDataType.BOOLEAN);
        List<String> before = db.select(key).from(stage).orderBy(key).fetch(key);
        db.update(stage).setNull(key).where(key.isNotNull()).execute();
        db.update(stage).set(code, "proposal").where(code.eq("negotiation")).execute();
        db.update(stage)
                .set(active, false)
                .where(
                        code.eq("proposal"),
                        DSL.field(DSL.name("probability"), SQLDataType.NUMERIC).eq(new java.math.BigDecimal("0.5")))
                .execute();

        company.run(() -> keys.prepare(company.tenant()));

        List<String> after =
                db.select(key).from(stage).where(key.isNotNull()).orderBy(key).fetch(key);
        assertThat(after).hasSize(before.size() - 1).isSubsetOf(before);
        assertThat(db.select(active)
                        .from(stage)
                        .where(code.eq("proposal"), key.isNotNull())
                        .fetch(active))
                .containsExactly(true);
        company.run(() -> keys.prepare(company.tenant()));
        assertThat(db.fetchCount(stage, key.isNotNull())).isEqualTo(before.size() - 1);
        admin.get("/records/stage").expect(200);
    }
}
