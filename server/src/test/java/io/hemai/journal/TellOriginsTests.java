package io.hemai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journals from before flows take up telling origins, and what they told before stays. */
@HemaiTest
class TellOriginsTests {
    @Autowired
    TellOrigins migration;

    @Autowired
    Journal journal;

    @Autowired
    TestTenants tenants;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    DSLContext sql;

    @Test
    void aJournalWithoutOriginsGetsThem() {
        TestTenant company = tenants.fresh();
        String lead = company.admin()
                .post("/records/lead", Map.of("name", "before"))
                .expect(201)
                .text("id");
        Name table = DSL.name(company.tenant().schema(), "journal");
        sql.alterTable(table).dropColumns("origin", "depth").execute();

        company.run(() -> migration.migrate(company.tenant()));

        RecordId id = RecordId.parse(lead).orElseThrow();
        Origin origin = new Origin(id, 2);
        Runnable written = () -> journal.write(
                List.of(id), each -> new JournalEntry("lead", each, Act.UPDATED, 2, "a flow", origin, "{}"));
        company.run(() -> Acting.run(new SystemIdentity("test", "a test"), () -> transactions.write(written)));
        assertThat(company.call(() -> journal.of("lead", id, Long.MAX_VALUE, 10)))
                .extracting(Entry::origin)
                .containsExactly(origin, null);
    }
}
