package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers of the journal could not take, as an administrator sees and repeats it. */
@HemaiTest
class DeadEntriesTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext db;

    @Test
    void administratorSeesAndRepeatsWhatCouldNotBeTaken() {
        TestTenant tenant = tenants.fresh();
        Api admin = tenant.admin();
        String id =
                admin.post("/records/account", Map.of("name", "甲")).expect(201).text("id");
        String schema = tenant.tenant().schema();
        // as a reader leaves it that failed five times
        db.execute("insert into " + schema + ".journal_dead (reader, entry, failed_at, failure)"
                + " select 'roll_up', id, now(), 'secret' from " + schema + ".journal where record = '" + id + "'");

        var dead = admin.get("/admin/dead_entries").expect(200);
        assertThat(dead.text("/items/0/object")).isEqualTo("account");
        assertThat(dead.text("/items/0/id")).isEqualTo(id);
        assertThat(dead.raw()).doesNotContain("secret");
        tenant.as("seller", "sales").get("/admin/dead_entries").expect(403);
        tenant.as("seller").post("/admin/dead_entries/replay", Map.of()).expect(403);

        assertThat(admin.post("/admin/dead_entries/replay", Map.of())
                        .expect(200)
                        .at("/taken")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/admin/dead_entries").expect(200).at("/items").isEmpty())
                .isTrue();
    }
}
