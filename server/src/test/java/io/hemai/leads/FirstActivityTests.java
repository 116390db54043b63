package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose note begins the work on a lead. */
@HemaiTest
class FirstActivityTests {
    @Autowired
    TestTenants tenants;

    @Test
    void onlyWhoMayChangeTheLeadBeginsTheWork() {
        TestTenant tenant = tenants.fresh();
        Api seller = tenant.as("seller", "sales");
        Api reader = tenant.having(
                "reader",
                Map.of("*", Map.of("read", "all"), "activity", Map.of("read", "all", "create", true)),
                Map.of());
        String lead =
                seller.post("/records/lead", Map.of("name", "张三")).expect(201).text("id");

        note(reader, lead);
        assertThat(seller.get("/records/lead/" + lead).text("status")).isEqualTo("new");
        note(seller, lead);
        assertThat(seller.get("/records/lead/" + lead).text("status")).isEqualTo("working");
    }

    private static void note(Api by, String lead) {
        by.post("/records/activity", Map.of("body", "a", "about", Map.of("object", "lead", "id", lead)))
                .expect(201);
    }
}
