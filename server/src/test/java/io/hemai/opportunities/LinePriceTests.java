package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To whom a line tells what its product costs. */
@HemaiTest
class LinePriceTests {
    private static final Map<String, Object> ALL = Map.of("*", Map.of("read", "all", "create", true, "update", "all"));

    @Autowired
    TestTenants tenants;

    @Test
    void aPriceThatIsKeptFromSomebodyIsNotTakenIntoTheirLine() {
        TestTenant tenant = tenants.fresh();
        String product = product(tenant);
        Api blind = tenant.having("blind", ALL, Map.of("product.list_price", "hidden"));
        String deal = made(blind, "opportunity", Map.of("name", "检测线"));

        Answer refused = blind.post(
                "/records/opportunity_line", Map.of("opportunity", deal, "product", product, "quantity", "1"));
        assertThat(refused.expect(422).text("/errors/0/field")).isEqualTo("unit_price");
        assertThat(refused.body().toString()).doesNotContain("68000");
    }

    @Test
    void whoSeesNoPriceAtAllAddsLinesAllTheSame() {
        TestTenant tenant = tenants.fresh();
        String product = product(tenant);
        Api blind = tenant.having(
                "blind", ALL, Map.of("product.list_price", "hidden", "opportunity_line.unit_price", "hidden"));
        String deal = made(blind, "opportunity", Map.of("name", "检测线"));

        String line = made(blind, "opportunity_line", Map.of("opportunity", deal, "product", product, "quantity", "1"));
        assertThat(tenant.admin().get("/records/opportunity_line/" + line).text("unit_price/amount"))
                .isEqualTo("68000.00");
    }

    private static String product(TestTenant tenant) {
        Map<String, String> price = Map.of("amount", "68000.00", "currency", "CNY");
        return made(tenant.admin(), "product", Map.of("name", "传感器", "list_price", price));
    }

    private static String made(Api by, String object, Map<String, Object> values) {
        return by.post("/records/" + object, values).expect(201).text("id");
    }
}
