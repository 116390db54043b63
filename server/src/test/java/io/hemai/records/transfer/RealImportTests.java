package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Real files that lie beside the project where it is developed, brought in over HTTP; skipped elsewhere. */
@HemaiTest
class RealImportTests {
    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api api;

    @BeforeEach
    void signIn() {
        company = tenants.fresh();
        api = company.admin().speaking("en");
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

    private static String text(String file) throws IOException {
        return new String(data(file), StandardCharsets.UTF_8);
    }

    @Test
    void aYearOfDeals() throws Exception {
        Sales sales =
                new Sales(text("sales-opportunities/sales_teams.csv"), text("sales-opportunities/sales_pipeline.csv"));
        sales.bringTeam(api);
        assertThat(Sales.count(api, "user", Sales.leaf("manager", "not_empty"))).isEqualTo(35);
        Answer accounts = Upload.of("account", "accounts.csv", data("sales-opportunities/accounts.csv"))
                .done(api);
        assertThat(accounts.at("created").asLong()).as(accounts.raw()).isEqualTo(85);
        assertThat(accounts.at("/problems").size()).as(accounts.raw()).isZero();
        assertThat(Sales.count(api, "account", Sales.leaf("parent", "not_empty")))
                .isEqualTo(15);
        Answer products = Upload.of("product", "products.csv", data("sales-opportunities/products.csv"))
                .done(api);
        assertThat(products.at("created").asLong()).as(products.raw()).isEqualTo(7);

        Answer tried = sales.deals(Map.of()).with("dry_run", "true").done(api);
        assertThat(tried.at("/fixes/0/value").asString()).as(tried.raw()).isEqualTo("GTXPro");
        assertThat(tried.at("/fixes/0/fix").asString()).isEqualTo("GTX Pro");
        assertThat(tried.at("/problems/0/code").asString()).isEqualTo("import.link_near");
        assertThat(tried.at("failed").asLong())
                .isEqualTo(tried.at("/fixes/0/rows").asLong());
        assertThat(Sales.count(api, "opportunity", Sales.all())).isZero();

        Answer done = sales.deals(Map.of("GTXPro", "GTX Pro")).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(8_800);
        sales.holdAgainst(api);
        assertThat(Sales.reached(api, "won")).isEqualTo(4_238);
        assertThat(Sales.reached(api, "lost")).isEqualTo(2_473);
        assertThat(Sales.count(api, "opportunity", Sales.leaf("stage", "eq", "negotiation")))
                .isEqualTo(1_589);
        assertThat(Sales.count(api, "opportunity", Sales.leaf("stage", "eq", "initial_contact")))
                .isEqualTo(500);
        assertThat(Sales.count(api, "opportunity", Sales.leaf("account", "empty")))
                .isEqualTo(1_425);
        assertThat(Sales.wonValue(api)).isEqualByComparingTo("10005534");
    }

    @Test
    void leadsOfWhichSomeLinesAreBrokenAndOneIsWon() throws Exception {
        Leads leads = new Leads(
                data("leads/x-education-leads.csv"),
                Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "Prospect ID", "field", "external_id"),
                                Map.of("column", "Lead Number", "field", "name"),
                                Map.of("column", "Lead Source", "field", "source"),
                                Map.of("column", "City", "field", "region", "values", Map.of("Select", "")))));
        assertThat(leads.rows()).isEqualTo(9_240);
        assertThat(leads.broken()).isEqualTo(338);
        leads.bring(api);

        FirstDeal.of(company, "660737").won();
        assertThat(Sales.reached(api, "won")).isEqualTo(1);
        assertThat(Sales.wonValue(api)).isEqualByComparingTo(new BigDecimal("5000"));
    }
}
