package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Real files that lie beside the project where it is developed, brought in over HTTP; skipped elsewhere. */
@HemaiTest
class RealImportTests {
    private static final Map<String, String> STAGES =
            Map.of("Won", "won", "Lost", "lost", "Engaging", "negotiation", "Prospecting", "initial_contact");

    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeEach
    void signIn() {
        api = tenants.fresh().admin().speaking("en");
    }

    private static byte[] data(String file) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !root.resolve(".mvn").toFile().isDirectory()) {
            root = root.getParent();
        }
        Path found =
                root == null ? Path.of(file) : root.resolve("../shared/data").resolve(file);
        assumeThat(found).isRegularFile();
        return Files.readAllBytes(found);
    }

    private long count(String object, Object filter) {
        return api.post("/records/" + object + "/query", Map.of("filter", filter, "count", "exact", "limit", 1))
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    private static Map<String, Object> leaf(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    @Test
    void aYearOfDeals() throws Exception {
        Answer accounts = Upload.of("account", "accounts.csv", data("sales-opportunities/accounts.csv"))
                .done(api);
        assertThat(accounts.at("created").asLong()).as(accounts.raw()).isEqualTo(85);
        assertThat(accounts.at("/problems").size()).as(accounts.raw()).isZero();
        assertThat(count("account", Map.of("field", "parent", "op", "not_empty")))
                .isEqualTo(15);
        Answer products = Upload.of("product", "products.csv", data("sales-opportunities/products.csv"))
                .done(api);
        assertThat(products.at("created").asLong()).as(products.raw()).isEqualTo(7);

        byte[] deals = data("sales-opportunities/sales_pipeline.csv");
        Answer tried = Upload.of("opportunity", "sales_pipeline.csv", deals)
                .mapping(mapping(Map.of()))
                .with("dry_run", "true")
                .done(api);
        assertThat(tried.at("/fixes/0/value").asString()).as(tried.raw()).isEqualTo("GTXPro");
        assertThat(tried.at("/fixes/0/fix").asString()).isEqualTo("GTX Pro");
        assertThat(tried.at("/problems/0/code").asString()).isEqualTo("import.link_near");
        assertThat(tried.at("failed").asLong())
                .isEqualTo(tried.at("/fixes/0/rows").asLong());
        assertThat(count("opportunity", Map.of("and", List.of()))).isZero();

        Answer done = Upload.of("opportunity", "sales_pipeline.csv", deals)
                .mapping(mapping(Map.of("GTXPro", "GTX Pro")))
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(8_800);
        assertThat(count("opportunity", leaf("stage", "eq", "won"))).isEqualTo(4_238);
        assertThat(count("opportunity", leaf("stage", "eq", "lost"))).isEqualTo(2_473);
        assertThat(count("opportunity", leaf("stage", "eq", "negotiation"))).isEqualTo(1_589);
        assertThat(count("opportunity", leaf("stage", "eq", "initial_contact"))).isEqualTo(500);
        assertThat(count("opportunity", Map.of("field", "account", "op", "empty")))
                .isEqualTo(1_425);
        assertThat(wonValue()).isEqualByComparingTo("10005534");
    }

    private static Map<String, Object> mapping(Map<String, String> products) {
        return Map.of(
                "columns",
                List.of(
                        Map.of("column", "opportunity_id", "field", "external_id"),
                        Map.of("column", "opportunity_id", "field", "name"),
                        Map.of("column", "product", "field", "product", "values", products),
                        Map.of("column", "account", "field", "account"),
                        Map.of("column", "deal_stage", "field", "stage", "values", STAGES),
                        Map.of("column", "close_date", "field", "close_date", "format", "M/d/yyyy"),
                        Map.of("column", "close_value", "field", "amount")),
                "constants",
                Map.of("loss_reason", "other"));
    }

    private BigDecimal wonValue() {
        BigDecimal sum = BigDecimal.ZERO;
        String after = "";
        do {
            Answer page = api.post(
                            "/records/opportunity/query",
                            after.isEmpty()
                                    ? Map.of(
                                            "filter",
                                            leaf("stage", "eq", "won"),
                                            "fields",
                                            List.of("amount"),
                                            "limit",
                                            200)
                                    : Map.of(
                                            "filter",
                                            leaf("stage", "eq", "won"),
                                            "fields",
                                            List.of("amount"),
                                            "limit",
                                            200,
                                            "after",
                                            after))
                    .expect(200);
            for (JsonNode deal : page.at("/items")) {
                sum = sum.add(new BigDecimal(deal.at("/amount/amount").asString()));
            }
            after = page.at("/next").isNull() ? "" : page.text("/next");
        } while (!after.isEmpty());
        return sum;
    }

    @Test
    void leadsOfWhichSomeLinesAreBroken() throws Exception {
        byte[] leads = data("leads/x-education-leads.csv");
        Map<String, Object> mapping = Map.of(
                "columns",
                List.of(
                        Map.of("column", "Prospect ID", "field", "external_id"),
                        Map.of("column", "Lead Number", "field", "name"),
                        Map.of("column", "Lead Source", "field", "source"),
                        Map.of("column", "City", "field", "region", "values", Map.of("Select", ""))));
        Answer done = Upload.of("lead", "leads.csv", leads).mapping(mapping).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(9_240 - 338);
        assertThat(done.at("failed").asLong()).isEqualTo(338);
        assertThat(done.at("repairable").asLong()).isEqualTo(338);
        assertThat(done.at("/repairs/0/reason").asString()).isEqualTo("file.line_quoted");
        Answer again = Upload.of("lead", "leads.csv", leads)
                .mapping(mapping)
                .with("repair", "true")
                .with("mode", "upsert")
                .done(api);
        assertThat(again.at("created").asLong()).as(again.raw()).isEqualTo(338);
        assertThat(again.at("unchanged").asLong()).isEqualTo(9_240 - 338);
        assertThat(count("lead", Map.of("and", List.of()))).isEqualTo(9_240);
    }
}
