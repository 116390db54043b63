package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Limits;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rights that change while a bulk act is done. */
@HemaiTest
class BulkRightsTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule rule;

    @Test
    void rightsAreThoseOfTheMoment() throws InterruptedException {
        TestTenant company = tenants.fresh();
        Api admin = company.admin();
        String bossId = company.person("boss", "sales_manager").toString();
        Api boss = company.as("boss");
        List<String> ids =
                Bulk.made(boss, "sample", Limits.CHUNK + 1, i -> Map.of("name", i == 0 ? OutageRule.AT : "n" + i));
        rule.meanwhile(() ->
                admin.put("/users/" + bossId + "/roles", List.of("viewer")).expect(200));

        Answer done =
                Upload.awaited(admin, Bulk.ids("sample", ids).set("size", 9).started(boss));

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("updated").asInt()).isEqualTo(Limits.CHUNK);
        assertThat(done.at("failed").asInt()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("record.not_permitted");
    }
}
