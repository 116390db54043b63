package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out, and what a session may do. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTests {
    private static final Map<String, Object> SOME_TOKEN =
            Map.of("name", "Ablage", "scopes", java.util.List.of("records:read"));

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    SignIns signIns;

    @Autowired
    Passwords passwords;

    private TestTenant tenant;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
    }

    @Test
    void tellsWhoSignedIn() {
        RecordId wang = tenant.person("wang.fang");
        Api api = tenants.api();

        Answer answer =
                api.trySignIn(tenant.name(), "wang.fang", TestTenant.PASSWORD).expect(200);

        assertThat(answer.text("/user/id")).isEqualTo(wang.toString());
        assertThat(answer.text("/user/label")).isEqualTo("wang.fang");
        assertThat(answer.text("tenant")).isEqualTo(tenant.name());
        assertThat(answer.text("csrf")).hasSizeGreaterThan(40);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(api.get("/session").expect(200).body()).isEqualTo(answer.body());
    }

    @Test
    void cookieIsKeptFromScriptsAndOtherSites() {
        Api api = tenants.api();
        tenant.person("admin");

        String cookie =
                api.trySignIn(tenant.name(), "admin", TestTenant.PASSWORD).headers().allValues("Set-Cookie").stream()
                        .filter(line -> line.startsWith("hemai_session="))
                        .findFirst()
                        .orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    }

    @Test
    void loginComparesWithoutCaseAndWidth() {
        tenant.person("li.na");

        tenants.api().signIn(tenant.name(), " ＬＩ.Na ", TestTenant.PASSWORD);
    }

    @Test
    void unknownLoginAndWrongPasswordLookAlike() {
        tenant.person("zhao");

        Answer wrong = tenants.api().speaking("en").trySignIn(tenant.name(), "zhao", "not the password");
        Answer unknown = tenants.api().speaking("en").trySignIn(tenant.name(), "nobody", "not the password");
        Answer nowhere = tenants.api().speaking("en").trySignIn("no_such_tenant", "zhao", "not the password");

        wrong.refused(401, "session.wrong_credentials");
        assertThat(wrong.text("detail")).isEqualTo("Login or password is wrong.");
        assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
        assertThat(nowhere.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @Test
    void otherTenantsPeopleAreUnknown() {
        TestTenant other = tenants.fresh();
        other.person("only.there");

        tenants.api()
                .trySignIn(tenant.name(), "only.there", TestTenant.PASSWORD)
                .refused(401, "session.wrong_credentials");
    }

    @Test
    void bothMissingPartsAreNamed() {
        Answer answer = tenants.api().post("/session", Map.of()).refused(400, "request.missing");

        assertThat(answer.body().at("/errors").findValuesAsString("field")).containsExactly("login", "password");
    }

    @Test
    void nobodyHasNoSession() {
        tenants.api().get("/session").refused(401, "session.required");
        tenants.api().get("/tokens").refused(401, "session.required");
    }

    @Test
    void signingOutEndsIt() {
        Api api = tenant.as("sun");
        Api thief = tenants.api()
                .cookie("hemai_session", api.cookie("hemai_session").orElseThrow());
        thief.get("/session").expect(200);

        api.delete("/session").expect(204);

        api.get("/session").expect(401);
        thief.get("/session").expect(401);
        assertThat(thief.cookie("hemai_session"))
                .as("a stale cookie is taken away")
                .isEmpty();
    }

    @Test
    void signingInAgainMakesAnotherSession() {
        Api api = tenant.as("zhou");
        String before = api.cookie("hemai_session").orElseThrow();

        api.signIn(tenant.name(), "zhou", TestTenant.PASSWORD);

        assertThat(api.cookie("hemai_session")).isNotEqualTo(before);
        tenants.api().cookie("hemai_session", before).get("/session").expect(401);
    }

    @Test
    void cookieChosenByAnAttackerIsNotTaken() {
        Api api = tenants.api().cookie("hemai_session", "chosen-by-somebody-else");

        api.signIn(tenant.name(), "admin", TestTenant.PASSWORD);

        assertThat(api.cookie("hemai_session")).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void writesByCookieCarryTheMark() {
        Api api = tenant.as("wu");
        String mark = api.get("/session").text("csrf");

        api.without("X-CSRF-TOKEN").post("/tokens", SOME_TOKEN).refused(403, "session.csrf");
        api.header("X-CSRF-TOKEN", "made-up").post("/tokens", SOME_TOKEN).refused(403, "session.csrf");
        api.header("X-CSRF-TOKEN", tenant.as("zheng").get("/session").text("csrf"))
                .post("/tokens", SOME_TOKEN)
                .refused(403, "session.csrf");
        api.header("X-CSRF-TOKEN", mark).post("/tokens", SOME_TOKEN).expect(201);
    }

    @Test
    void endsAfterTwelveHoursOfSilence() {
        Api api = tenant.as("idle");

        clock.advance(Duration.ofHours(11));
        api.get("/session").expect(200);
        clock.advance(Duration.ofHours(11));
        api.get("/session").expect(200);
        clock.advance(Duration.ofHours(12));
        api.get("/session").refused(401, "session.required");
    }

    @Test
    void endsAfterThirtyDaysHoweverBusy() {
        Api api = tenant.as("busy");

        for (int halfDay = 1; halfDay <= 60; halfDay++) {
            clock.advance(Duration.ofHours(12).minusMinutes(1));
            api.get("/session").expect(200);
        }
        clock.advance(Duration.ofHours(2));
        api.get("/session").expect(401);
    }

    @Test
    void deactivatedPersonIsOutOnTheNextRequest() {
        Api api = tenant.as("leaver");
        String token = api.post("/tokens", SOME_TOKEN).expect(201).text("token");

        tenant.run(
                () -> signIns.keep(tenant.person("leaver"), new SignIns.Person("leaver", "leaver", false, null, null)));

        api.get("/session").expect(401);
        api.token(token).get("/session").refused(401, "token.invalid");
        tenants.api().trySignIn(tenant.name(), "leaver", TestTenant.PASSWORD).refused(401, "session.wrong_credentials");

        tenant.run(
                () -> signIns.keep(tenant.person("leaver"), new SignIns.Person("leaver", "leaver", true, null, null)));
        api.get("/session").expect(401);
        tenants.api().signIn(tenant.name(), "leaver", TestTenant.PASSWORD);
    }

    @Test
    void newPasswordEndsOtherSessions() {
        Api first = tenant.as("qian");
        Api second = tenant.as("qian");

        tenant.run(() -> passwords.set(tenant.person("qian"), "another good one 1"));

        first.get("/session").expect(401);
        second.get("/session").expect(401);
        tenants.api().trySignIn(tenant.name(), "qian", TestTenant.PASSWORD).expect(401);
        tenants.api().signIn(tenant.name(), "qian", "another good one 1");
    }

    @Test
    void renamedPersonKeepsPasswordAndSession() {
        RecordId user = tenant.person("before");
        Api api = tenant.as("before");

        tenant.run(() -> signIns.keep(user, new SignIns.Person("After", "后来", true, null, null)));

        assertThat(api.get("/session").expect(200).text("/user/label")).isEqualTo("后来");
        tenants.api().trySignIn(tenant.name(), "before", TestTenant.PASSWORD).expect(401);
        tenants.api().signIn(tenant.name(), "after", TestTenant.PASSWORD);
    }
}
