package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A company moves in with its team, its deals of the past years and its leads, all in files. */
@HemaiTest
class SalesHistoryTests {
    private static final String TEAM = """
            sales_agent,manager,regional_office
            Wang Fang,Zhou Min,East
            Li Lei,Zhou Min,East
            Han Mei,Qian Jun,West
            """;
    private static final String DEALS = """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            D1,Wang Fang,Gauge Pro,Chengchuan,Won,10/20/2016,3/1/2017,1054
            D2,Wang Fang,GaugePro,Chengchuan,Won,11/2/2016,3/31/2017,2000
            D3,Li Lei,Gauge Pro,,Lost,10/25/2016,3/11/2017,0
            D4,Han Mei,Gauge Lite,Yunfan,Won,10/26/2016,4/1/2017,700
            D5,Han Mei,Gauge Lite,Yunfan,Engaging,11/26/2016,,
            D6,Li Lei,Gauge Lite,,Prospecting,,,
            """;

    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api api;

    @BeforeEach
    void signIn() {
        company = tenants.fresh();
        api = company.admin().speaking("en");
    }

    @Test
    void thePastIsThereAsItWas() throws Exception {
        Sales sales = new Sales(TEAM, DEALS);
        sales.bringTeam(api);
        Upload.of("account", "name\nChengchuan\nYunfan\n").done(api);
        Upload.of("product", "name\nGauge Pro\nGauge Lite\n").done(api);
        Answer tried = sales.deals(Map.of()).with("dry_run", "true").done(api);
        assertThat(tried.at("failed").asLong()).as(tried.raw()).isEqualTo(1);
        assertThat(tried.text("/fixes/0/fix")).isEqualTo("Gauge Pro");

        Answer done = sales.deals(Map.of("GaugePro", "Gauge Pro")).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(6);
        sales.holdAgainst(api);
        Answer won = api.post("/records/opportunity/query", Map.of("filter", Sales.leaf("name", "eq", "D2")))
                .expect(200);
        // days begin at midnight in Shanghai
        assertThat(won.text("/items/0/close_date")).isEqualTo("2017-03-31");
        assertThat(won.text("/items/0/closed_at")).isEqualTo("2017-03-30T16:00:00Z");
        assertThat(won.text("/items/0/stage_entered_at")).isEqualTo(won.text("/items/0/closed_at"));
        assertThat(won.text("/items/0/created_at")).isEqualTo("2016-11-01T16:00:00Z");
        assertThat(won.text("/items/0/owner/label")).isEqualTo("Wang Fang");
    }

    @Test
    void onlyWhoBringsThePastMayLeaveOutWhyDealsWereLost() throws Exception {
        Api manager = company.as("manager", "sales_manager").speaking("en");
        Answer done = Upload.of("opportunity", "name,stage\nlost one,lost\nopen one,proposal\n")
                .done(manager);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("opportunity.loss_reason_required");
    }

    @Test
    void brokenLeadsAreMendedWhereTheyAreEvidentAndOneIsWon() throws Exception {
        String whole = IntStream.range(0, 40)
                .mapToObj(i -> "L%d,Lead %d,%s,Shanghai".formatted(i, i, i % 2 == 0 ? "web" : "call"))
                .collect(Collectors.joining("\n"));
        String file = "id,name,source,city\n" + whole + "\n\"L40,Lead 40,web,\"\"Su, Zhou\"\"\"\n"
                + "L41,Lead 41,web,Wuxi\n\"L42,Lead 42,call,Shanghai\"\n";
        Leads leads = new Leads(
                file.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "id", "field", "external_id"),
                                Map.of("column", "name", "field", "name"),
                                Map.of("column", "source", "field", "source"))));
        assertThat(leads.broken()).isEqualTo(2);
        leads.bring(api);

        FirstDeal.of(company, "Lead 40").won();
        assertThat(Sales.wonValue(api)).isEqualByComparingTo("5000");
    }
}
