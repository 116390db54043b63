package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs use to come in. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private TestTenant tenant;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
    }

    @Test
    void anAddressWrittenOtherwiseIsNoWayAroundTheScopes() {
        Api person = tenant.as("wei", "admin");
        Api program = person.token(make(person, "records:read"));

        program.get("/roles").refused(403, "token.scope");
        program.get("//%61pi/v1/roles").refused(403, "token.scope");
        program.get("//api/%761/roles").refused(403, "token.scope");
    }

    @Test
    void isShownOnceAndStoredAsHash() {
        Api person = tenant.as("wang");

        Answer made = person.post("/tokens", token("ERP", "records:read", "records:write"))
                .expect(201);

        String text = made.text("token");
        assertThat(text).startsWith("hm_").hasSize(46);
        assertThat(made.header("Location")).isEqualTo("/api/v1/tokens/" + made.text("id"));
        Answer list = person.get("/tokens").expect(200);
        assertThat(list.text("/items/0/name")).isEqualTo("ERP");
        assertThat(list.raw()).doesNotContain(text);
        assertThat(db.fetch("select * from platform.token").toString()).doesNotContain(text);
    }

    @Test
    void actsForItsOwnerWithoutMark() {
        Api person = tenant.as("li");
        Api program = person.token(make(person, "admin", "records:read"));

        assertThat(program.get("/session").expect(200).text("/user/label")).isEqualTo("li");
        assertThat(program.get("/session").body().has("csrf")).isFalse();
        program.post("/tokens", token("child", "records:read")).expect(201);
    }

    @Test
    void isBoundToItsScopes() {
        Api person = tenant.as("zhao");
        Api program = person.token(make(person, "records:read"));

        Answer answer = program.speaking("en").get("/tokens").refused(403, "token.scope");

        assertThat(answer.text("detail")).isEqualTo("The token lacks the scope “admin”.");
    }

    @Test
    void revokedTokenIsOut() {
        Api person = tenant.as("sun");
        Answer made = person.post("/tokens", token("x", "admin")).expect(201);
        Api program = person.token(made.text("token"));
        program.get("/session").expect(200);

        person.delete("/tokens/" + made.text("id")).expect(204);

        Answer answer = program.get("/session").refused(401, "token.invalid");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        person.delete("/tokens/" + made.text("id")).refused(404, "request.not_found");
    }

    @Test
    void othersTokensAreUnknown() {
        String id = tenant.as("zhou").post("/tokens", token("x", "admin")).text("id");

        tenant.as("wu").delete("/tokens/" + id).refused(404, "request.not_found");
        tenants.fresh().admin().delete("/tokens/" + id).refused(404, "request.not_found");
        tenant.as("wu").delete("/tokens/not-an-id").refused(404, "request.not_found");
    }

    @Test
    void runsOut() {
        Api person = tenant.as("zheng");
        String expiry = clock.instant().plus(Duration.ofHours(1)).toString();
        String text = person.post("/tokens", Map.of("name", "x", "scopes", List.of("admin"), "expires_at", expiry))
                .expect(201)
                .text("token");
        Api program = person.token(text);

        clock.advance(Duration.ofMinutes(59));
        program.get("/session").expect(200);
        clock.advance(Duration.ofMinutes(2));
        program.get("/session").refused(401, "token.invalid");
    }

    @Test
    void cannotMakeABroaderOne() {
        Api person = tenant.as("feng");
        String expiry = clock.instant().plus(Duration.ofHours(1)).toString();
        Api program = person.token(
                person.post("/tokens", Map.of("name", "x", "scopes", List.of("admin", "exports"), "expires_at", expiry))
                        .text("token"));

        program.post("/tokens", token("more", "imports")).refused(403, "token.broader");
        program.post("/tokens", token("longer", "exports")).refused(403, "token.broader");
        program.post("/tokens", Map.of("name", "same", "scopes", List.of("exports"), "expires_at", expiry))
                .expect(201);
    }

    @Test
    void takesAlongWhatItMade() {
        Api person = tenant.as("chen");
        Answer parent = person.post("/tokens", token("parent", "admin"));
        Api child = person.token(make(person.token(parent.text("token")), "admin"));
        child.get("/session").expect(200);

        person.delete("/tokens/" + parent.text("id")).expect(204);

        child.get("/session").expect(401);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Answer answer = tenant.admin()
                .speaking("en")
                .post(
                        "/tokens",
                        Map.of("name", "x", "scopes", List.of("records:read", "everything"), "expires_at", "tomorrow"))
                .refused(422, "token.unknown_scope");

        assertThat(answer.at("/errors").findValuesAsString("code"))
                .containsExactly("token.unknown_scope", "token.expiry");
        tenant.admin().post("/tokens", Map.of("name", "x", "scopes", List.of())).refused(400, "request.missing");
        tenant.admin()
                .post("/tokens", Map.of("name", "x", "scopes", List.of("admin"), "expires_at", "2020-01-01T00:00:00Z"))
                .refused(422, "token.expiry");
    }

    @Test
    void garbageIsNoToken() {
        tenants.api().token("hm_made-up").get("/session").refused(401, "token.invalid");
        tenants.api().header("Authorization", "Basic YTpi").get("/session").refused(401, "token.invalid");
    }

    @Test
    void wrongTokenIsNotSavedByACookie() {
        Api person = tenant.as("wei").header("Authorization", "Bearer hm_old");

        person.get("/session").refused(401, "token.invalid");
    }

    private static Map<String, Object> token(String name, String... scopes) {
        return Map.of("name", name, "scopes", List.of(scopes));
    }

    private static String make(Api by, String... scopes) {
        return by.post("/tokens", token("made", scopes)).expect(201).text("token");
    }
}
