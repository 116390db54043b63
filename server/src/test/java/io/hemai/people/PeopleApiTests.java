package io.hemai.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.Role;
import io.hemai.identity.Scope;
import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** People join, change, get roles and leave. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleApiTests {
    private static final String GOOD = "a quiet afternoon 7";

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private String joined(String login) {
        return admin.post("/records/user", Map.of("name", login, "login", login))
                .expect(201)
                .text("id");
    }

    private Answer changed(Api by, String path, Map<String, Object> values) {
        String version = admin.get(path).expect(200).header("ETag");
        Answer answer = by.header("If-Match", version).patch(path, values);
        by.without("If-Match");
        return answer;
    }

    @Test
    void newColleagueSignsInAndIsKnownByRole() {
        String id = joined("Xu.Jing");
        admin.post("/users/" + id + "/password", Map.of("password", GOOD)).expect(204);
        admin.put("/users/" + id + "/roles", List.of("sales")).expect(200);

        Api xu = tenants.api().signIn(tenant.name(), "xu.jing", GOOD);
        Answer session = xu.get("/session").expect(200);
        assertThat(session.text("/user/label")).isEqualTo("Xu.Jing");
        assertThat(session.text("/roles/0")).isEqualTo("sales");
        assertThat(admin.get("/records/user/" + id).text("login")).isEqualTo("xu.jing");
        assertThat(xu.get("/records/user").expect(200).at("items").size()).isGreaterThan(1);
        xu.post("/records/user", Map.of("name", "x", "login", "x")).refused(403, "record.not_permitted");
    }

    @Test
    void whoGetsNoLoginSignsInByTheName() {
        assertThat(admin.post("/records/user", Map.of("name", "单晓彤"))
                        .expect(201)
                        .text("login"))
                .isEqualTo("shanxiaotong");
        assertThat(admin.post("/records/user", Map.of("name", "Ann Lee"))
                        .expect(201)
                        .text("login"))
                .isEqualTo("annlee");
        admin.post("/records/user", Map.of("name", "สมชาย")).refused(422, "record.required");
        admin.post("/records/user", Map.of("name", "单晓彤")).refused(409, "record.not_unique");
    }

    @Test
    void loginIsTakenOnceHoweverItIsWritten() {
        joined("only.one");

        admin.post("/records/user", Map.of("name", "x", "login", "ＯＮＬＹ.one")).refused(409, "record.not_unique");
    }

    @Test
    void peopleSetTheirOwnPasswordAndNobodyElses() {
        RecordId sun = tenant.person("sun", "sales");
        RecordId zhou = tenant.person("zhou", "sales");
        Api api = tenant.as("sun");

        api.post("/users/" + zhou + "/password", Map.of("password", GOOD)).refused(403, "access.not_permitted");
        api.post("/users/" + sun + "/password", Map.of("password", GOOD, "current", "wrong"))
                .expect(422);
        api.post("/users/" + sun + "/password", Map.of("password", "short")).expect(422);
        api.post("/users/" + sun + "/password", Map.of("password", GOOD, "current", TestTenant.PASSWORD))
                .expect(204);
        tenants.api().trySignIn(tenant.name(), "sun", GOOD).expect(200);
    }

    @Test
    void whoIsSignedInForLongShowsToKnowTheOwnPassword() {
        RecordId he = tenant.person("he", "sales");
        Api api = tenant.as("he");
        api.post("/users/" + he + "/password", Map.of("password", GOOD)).expect(204);

        clock.advance(Duration.ofMinutes(11));
        Answer refused = api.post("/users/" + he + "/password", Map.of("password", TestTenant.PASSWORD))
                .refused(422, "password.current");
        assertThat(refused.text("/errors/0/field")).isEqualTo("current");
        api.post("/users/" + he + "/password", Map.of("password", TestTenant.PASSWORD, "current", GOOD))
                .expect(204);
    }

    @Test
    void rolesMustExist() {
        String id = joined("role.less");

        assertThat(admin.put("/users/" + id + "/roles", List.of("sales", "emperor"))
                        .refused(422, "user.unknown_role")
                        .text("detail"))
                .contains("emperor")
                .contains("viewer");
        admin.put("/users/" + id + "/roles", List.of(7)).expect(400);
        admin.put("/users/" + RecordId.next() + "/roles", List.of()).expect(404);
    }

    @Test
    void rolesGivenAreFeltOnTheNextRequest() {
        RecordId late = tenant.person("late");
        Api api = tenant.as("late");
        api.get("/records/user").expect(404);

        admin.put("/users/" + late + "/roles", List.of("viewer")).expect(200);
        api.get("/records/user").expect(200);
    }

    @Test
    void somebodyStaysInCharge() {
        TestTenant own = tenants.fresh();
        Api only = own.admin();
        RecordId me = own.person("admin");

        only.put("/users/" + me + "/roles", List.of("sales")).refused(409, "user.last_admin");
        only.header("If-Match", "\"1\"")
                .patch("/records/user/" + me, Map.of("active", false))
                .refused(409, "user.last_admin");
        own.person("second", Role.ADMIN);
        only.put("/users/" + me + "/roles", List.of("sales")).expect(200);
        only.get("/roles").expect(403);
    }

    @Test
    void nobodyMakesOthersMoreThanThemselves() {
        admin.post("/roles", Map.of("name", "hr", "admin", List.of("people"))).expect(201);
        Api hr = tenant.as("hr", "hr");
        RecordId plain = tenant.person("plain");
        RecordId boss = tenant.person("admin");

        hr.put("/users/" + plain + "/roles", List.of("sales")).expect(200);
        hr.put("/users/" + plain + "/roles", List.of(Role.ADMIN)).refused(403, "user.role_beyond_own");
        hr.post("/users/" + boss + "/password", Map.of("password", GOOD)).refused(403, "user.password_of_superior");
        changed(hr, "/records/user/" + boss, Map.of("active", false)).refused(403, "user.role_beyond_own");
        changed(hr, "/records/user/" + boss, Map.of("login", "mine")).refused(403, "user.role_beyond_own");
        changed(hr, "/records/user/" + boss, Map.of("email", "me@example.com")).refused(403, "user.role_beyond_own");
        changed(hr, "/records/user/" + plain, Map.of("email", "plain@example.com"))
                .expect(200);
    }

    @Test
    void switchedOffIsOutAtOnce() {
        RecordId leaver = tenant.person("leaver", "viewer");
        Api api = tenant.as("leaver");
        api.get("/records/user").expect(200);

        changed(admin, "/records/user/" + leaver, Map.of("active", false)).expect(200);
        api.get("/records/user").expect(401);
        tenants.api().trySignIn(tenant.name(), "leaver", TestTenant.PASSWORD).expect(401);
    }

    @Test
    void nobodyIsAboveThemselves() {
        String top = joined("top");
        String middle = admin.post("/records/user", Map.of("name", "m", "login", "middle", "manager", top))
                .expect(201)
                .text("id");

        changed(admin, "/records/user/" + top, Map.of("manager", middle)).refused(422, "record.cycle");
        changed(admin, "/records/user/" + top, Map.of("manager", top)).refused(422, "record.cycle");
        changed(admin, "/records/user/" + top, Map.of("time_zone", "Mars/Base")).refused(422, "user.unknown_time_zone");
    }

    @Test
    void departmentsAreATree() {
        String head = admin.post("/records/department", Map.of("name", "总部"))
                .expect(201)
                .text("id");
        String east = admin.post("/records/department", Map.of("name", "华东", "parent", head))
                .expect(201)
                .text("id");

        changed(admin, "/records/department/" + head, Map.of("parent", east)).refused(422, "record.cycle");
    }

    @Test
    void managerSeesTheDepartmentsBelow() {
        String head = admin.post("/records/department", Map.of("name", "销售部")).text("id");
        String team = admin.post("/records/department", Map.of("name", "一组", "parent", head))
                .text("id");
        Api wu = tenant.as("wu", "sales_manager");
        Api ma = tenant.as("ma", "sales");
        changed(admin, "/records/user/" + tenant.person("wu"), Map.of("department", head))
                .expect(200);
        changed(admin, "/records/user/" + tenant.person("ma"), Map.of("department", team))
                .expect(200);
        String id =
                ma.post("/records/sample", Map.of("name", "一组的")).expect(201).text("id");

        assertThat(ma.get("/records/sample/" + id).text("/department/id")).isEqualTo(team);
        wu.get("/records/sample/" + id).expect(200);
        changed(admin, "/records/department/" + team, Map.of("parent", "")).expect(200);
        wu.get("/records/sample/" + id).expect(404);
    }

    @Test
    void whoLeavesHandsOverEverythingOpen() {
        Api going = tenant.as("going", "sales");
        RecordId from = tenant.person("going");
        RecordId to = tenant.person("staying", "sales");
        String first =
                going.post("/records/sample", Map.of("name", "a")).expect(201).text("id");
        going.post("/records/sample", Map.of("name", "b")).expect(201);

        String path = "/records/user/" + from + "/hand_over";
        going.post(path, Map.of("to", to.toString())).refused(403, "access.not_permitted");
        admin.post(path, Map.of("to", "nobody")).refused(422, "value.invalid_id");
        admin.post(path, Map.of("to", 5)).refused(400, "request.wrong_type");
        admin.post(path, Map.of("to", to.toString(), "when", "now")).refused(400, "request.unknown_property");
        admin.post(path, Map.of("to", from.toString())).refused(422, "user.nobody_to_take_over");
        Answer answer = admin.post(path, Map.of("to", to.toString())).expect(200);

        assertThat(answer.text("to")).isEqualTo(to.toString());
        assertThat(answer.at("/handed_over/sample").asLong()).isEqualTo(2);
        assertThat(answer.at("/left").size()).isZero();
        tenant.as("staying").get("/records/sample/" + first).expect(200);
        going.get("/records/sample").expect(401);
        assertThat(admin.get("/records/user/" + from).at("active").asBoolean()).isFalse();
    }

    @Test
    void operatorMakesCompaniesAndOthersDoNot() {
        Api operator = tenants.main().as("operator_of_tests", Role.ADMIN);
        Map<String, Object> wanted =
                Map.of("name", "made_by_operator", "label", "新公司", "admin", Map.of("login", "chef", "password", GOOD));

        admin.post("/tenants", wanted).refused(403, "access.not_permitted");
        assertThat(operator.post("/tenants", Map.of("name", "Bad!", "admin", Map.of("password", "x")))
                        .expect(400)
                        .at("errors")
                        .size())
                .isGreaterThanOrEqualTo(4);
        operator.post("/tenants", wanted).expect(201);
        operator.post("/tenants", wanted).refused(409, "tenant.exists");
        assertThat(operator.get("/tenants").expect(200).raw()).contains("新公司");
        tenants.api()
                .signIn("made_by_operator", "chef", GOOD)
                .get("/records/department")
                .expect(200);
    }

    @Test
    void aTokenOpensNoSessionByAPassword() {
        RecordId me = tenant.person("admin");
        RecordId plain = tenant.person("plain.too", "sales");
        Api narrow = program("admin");
        List<String> every = Arrays.stream(Scope.values()).map(Scope::code).toList();
        Api wide = program(every.toArray(String[]::new));

        narrow.post("/users/" + me + "/password", Map.of("password", GOOD)).refused(403, "session.only");
        narrow.post("/users/" + plain + "/password", Map.of("password", GOOD)).refused(403, "token.scope");
        wide.post("/users/" + me + "/password", Map.of("password", GOOD)).refused(403, "session.only");
        wide.post("/users/" + plain + "/password", Map.of("password", GOOD)).expect(204);
        tenants.api().trySignIn(tenant.name(), "admin", TestTenant.PASSWORD).expect(200);
    }

    @Test
    void aTokenGivesNoMoreThanItsScopes() {
        RecordId plain = tenant.person("plain.by.token");
        Map<String, Object> sales = Map.of("roles", List.of("sales"));
        Map<String, Object> joining = Map.of("name", "x", "login", "by.token", "roles", List.of("sales"));
        Api writer = program("records:read", "records:write", "imports");
        Api personnel = program("records:read", "records:write", "admin");

        changed(writer, "/records/user/" + plain, sales).refused(403, "record.not_permitted");
        writer.post("/records/user", joining).refused(403, "record.not_permitted");
        changed(personnel, "/records/user/" + plain, sales).expect(200);
        personnel.post("/records/user", joining).expect(201);
        personnel.put("/users/" + plain + "/roles", List.of(Role.ADMIN)).refused(403, "user.role_beyond_own");
        personnel
                .post("/roles", Map.of("name", "shaper", "admin", List.of("meta")))
                .refused(403, "role.beyond_own");
        Api administration = program("admin");
        assertThat(administration
                        .put("/users/" + plain + "/roles", List.of("viewer"))
                        .expect(200)
                        .at("/roles/0")
                        .asString())
                .isEqualTo("viewer");
        administration.put("/users/" + plain + "/roles", List.of(Role.ADMIN)).refused(403, "user.role_beyond_own");
        program("admin", "meta:write")
                .post("/roles", Map.of("name", "shaper", "admin", List.of("meta")))
                .expect(201);
    }

    private Api program(String... scopes) {
        return tenants.api()
                .token(admin.post("/tokens", Map.of("name", "program", "scopes", List.of(scopes)))
                        .expect(201)
                        .text("token"));
    }
}
