package io.hemai.records.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.hemai.journal.JournalFeed;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.OutdatedMetadata;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What formulas worked out is worked out again at night, and never by formulas of yesterday. */
@HemaiTest
class ReconcileFormulasTests {
    private static final String OBJECT = "/meta/objects/sample";

    @Autowired
    TestTenants companies;

    @Autowired
    Tenants tenants;

    @Autowired
    ReconcileFormulas formulas;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    FormulaReader reader;

    @Autowired
    JournalFeed feed;

    @Autowired
    DSLContext db;

    private Api admin;
    private Tenant before;

    @BeforeEach
    void company() {
        TestTenant company = companies.fresh();
        admin = company.admin();
        admin.post(
                        OBJECT + "/fields",
                        Map.of(
                                "name",
                                "twice",
                                "type",
                                "formula",
                                "label",
                                Map.of("en", "Twice"),
                                "formula",
                                "size * 2"))
                .expect(201);
        awaitReady();
        before = tenants.require(company.tenant().id());
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(admin.get(OBJECT).at("/pending").toString()).isEqualTo("[]"));
    }

    @Test
    void whatStandsOtherwiseIsCorrected() {
        String right = sample(3);
        String wrong = sample(4);
        falsify(wrong);
        assertThat(CurrentTenant.call(before, formulas::run)).isEqualTo(1);
        assertThat(twice(wrong)).isEqualTo("8.00");
        assertThat(twice(right)).isEqualTo("6.00");
        assertThat(CurrentTenant.call(before, formulas::run)).isZero();
    }

    @Test
    void formulasOfYesterdayWriteNothing() {
        String id = sample(5);
        admin.patch(OBJECT + "/fields/c_twice", Map.of("formula", "size * 3")).expect(200);
        awaitReady();
        falsify(id);
        assertThat(CurrentTenant.call(before, formulas::run)).isEqualTo(1);
        assertThat(twice(id)).isEqualTo("15.00");
        assertThatExceptionOfType(OutdatedMetadata.class)
                .isThrownBy(() -> CurrentTenant.call(
                        before,
                        () -> transactions.write(() -> {
                            transactions.requireCurrent();
                            return id;
                        })));
    }

    /** Once nobody else looks at the record any more. */
    private void falsify(String id) {
        CurrentTenant.run(
                before,
                () -> assertThat(feed.catchUp(reader, Duration.ofSeconds(20))).isTrue());
        db.execute("update " + before.schema() + ".sample set c_twice = 99 where id = '" + id + "'");
    }

    private String sample(int size) {
        return admin.post("/records/sample", Map.of("name", "a sample", "size", size))
                .expect(201)
                .text("/id");
    }

    private String twice(String id) {
        return admin.get("/records/sample/" + id).expect(200).text("/c_twice");
    }
}
