package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What a deal in another currency is worth in that of the company. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseAmountTests {
    @Autowired
    TestTenants tenants;

    private Api admin;

    @BeforeAll
    void rates() {
        admin = tenants.fresh().admin();
        rate("2020-01-01", "7");
        rate("2021-01-01", "8");
    }

    private void rate(String from, String worth) {
        admin.post("/records/exchange_rate", Map.of("currency", "EUR", "valid_from", from, "rate", worth))
                .expect(201);
    }

    private static Map<String, Object> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private String deal(String closes) {
        return admin.post("/records/opportunity", Map.of("name", "出口", "amount", euros("10"), "close_date", closes))
                .expect(201)
                .text("id");
    }

    /** The amount in base currency, as reports count it. */
    private String worth(String deal) {
        return admin.post(
                        "/reports/run",
                        Map.of(
                                "object", "opportunity",
                                "filter", Map.of("field", "id", "op", "eq", "value", deal),
                                "measures", List.of(Map.of("fn", "sum", "field", "amount", "name", "worth"))))
                .expect(200)
                .text("/rows/0/0/amount");
    }

    @Test
    void aClosedDealCountsAtTheRateOfItsDay() {
        String deal = deal("2020-06-30");
        assertThat(worth(deal)).isEqualTo("80.00");

        admin.post("/records/opportunity/" + deal + "/close_won", Map.of()).expect(200);
        assertThat(worth(deal)).isEqualTo("70.00");
        String tag = admin.get("/records/opportunity/" + deal).header("ETag");
        admin.header("If-Match", tag)
                .patch("/records/opportunity/" + deal, Map.of("close_date", "2021-06-30"))
                .expect(200);
        admin.without("If-Match");
        assertThat(worth(deal)).isEqualTo("80.00");
    }

    @Test
    void aDealThatWasToCloseLaterCountsAtTheDayItClosed() {
        String deal = deal("2999-12-31");
        admin.post("/records/opportunity/" + deal + "/close_won", Map.of()).expect(200);
        assertThat(worth(deal)).isEqualTo("80.00");
    }

    @Test
    void aMissingRateIsAProblemOfItsField() {
        Answer refused = admin.post(
                        "/records/opportunity", Map.of("name", "", "amount", Map.of("amount", "10", "currency", "CHF")))
                .expect(422);
        assertThat(refused.at("errors")
                        .valueStream()
                        .map(e ->
                                e.at("/field").asString() + " " + e.at("/code").asString()))
                .contains("name record.required", "amount value.no_rate")
                .doesNotContain("weighted_amount value.no_rate");
    }

    @Test
    void aDealOfADayWithoutARateIsNotGuessed() {
        String deal = deal("2019-06-30");
        assertThat(admin.post("/records/opportunity/" + deal + "/close_won", Map.of())
                        .expect(422)
                        .code())
                .isEqualTo("value.no_rate");
    }
}
