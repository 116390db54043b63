package io.hemai.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a company is called, and what its administrator has done of the first steps. */
@HemaiTest
class CompanyTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    @Test
    void takesANameAndAZone() {
        Answer changed = admin.patch("/company", Map.of("label", " 苏州澄川精密 ", "time_zone", "Asia/Tokyo"))
                .expect(200);

        assertThat(changed.text("label")).isEqualTo("苏州澄川精密");
        assertThat(changed.at("named").asBoolean()).isTrue();
        Answer session = tenant.as("seller", "sales").get("/session");
        assertThat(session.text("company")).isEqualTo("苏州澄川精密");
        assertThat(session.text("time_zone")).isEqualTo("Asia/Tokyo");
        assertThat(admin.get("/company").body()).isEqualTo(changed.body());
    }

    @Test
    void whatIsNotSaidStays() {
        admin.patch("/company", Map.of("label", "澄川")).expect(200);

        Answer changed =
                admin.patch("/company", Map.of("time_zone", "Europe/Berlin")).expect(200);

        assertThat(changed.text("label")).isEqualTo("澄川");
        assertThat(changed.text("currency")).isEqualTo("CNY");
    }

    @Test
    void saysEverythingThatIsWrong() {
        admin.patch("/company", Map.of("label", "长".repeat(101), "time_zone", "UTC+8"))
                .expect(422);
        admin.patch("/company", Map.of("label", "  ")).refused(400, "request.missing");
        assertThat(admin.get("/company").text("time_zone")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void isChangedOnlyByWhoLooksAfterPeople() {
        Api seller = tenant.as("seller", "sales");

        seller.patch("/company", Map.of("label", "别的")).refused(403, "access.not_permitted");

        seller.get("/company").expect(200);
    }

    @Test
    void firstCompanyHasNoNameYet() {
        assertThat(tenants.main().tenant().isNamed()).isFalse();
    }

    @Test
    void sessionTellsWhetherThePasswordIsStillTheFirst() {
        assertThat(admin.get("/session").at("password_changed").asBoolean()).isFalse();
        clock.advance(Duration.ofHours(1));
        String id = admin.get("/session").text("/user/id");

        admin.post(
                        "/users/" + id + "/password",
                        Map.of("password", "a quiet afternoon 7", "current", TestTenant.PASSWORD))
                .expect(204);

        assertThat(admin.get("/session").at("password_changed").asBoolean()).isTrue();
        assertThat(tenant.as("li", "sales")
                        .get("/session")
                        .at("password_changed")
                        .asBoolean())
                .isFalse();
    }
}
