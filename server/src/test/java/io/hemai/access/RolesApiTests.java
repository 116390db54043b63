package io.hemai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles as an administrator shapes them, and what people see of records by them. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesApiTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    Shares shares;

    @Autowired
    Metadata metadata;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private void role(String name, Map<String, Object> sample) {
        admin.post("/roles", Map.of("name", name, "objects", Map.of("sample", sample)))
                .expect(201);
    }

    private static String made(Api by, String name) {
        return by.post("/records/sample", Map.of("name", name)).expect(201).text("id");
    }

    @Test
    void deliveredRolesAreThereWithTheirNames() {
        Answer roles = admin.get("/roles").expect(200);

        assertThat(roles.at("items").valueStream().map(r -> r.at("/name").asString()))
                .contains("admin", "sales_manager", "sales", "marketing", "service", "finance", "viewer");
        Answer sales = admin.get("/roles/sales").expect(200);
        assertThat(sales.text("/label/zh-CN")).isEqualTo("销售");
        assertThat(sales.at("delivered").asBoolean()).isTrue();
        assertThat(sales.text("/objects/*/read")).isEqualTo("own");
    }

    @Test
    void peopleSeeTheirOwnAndNothingOfOthers() {
        role("rep", Map.of("read", "own", "create", true, "update", "own"));
        Api li = tenant.as("rep_li", "rep");
        Api wang = tenant.as("rep_wang", "rep");
        String lis = made(li, "李的");

        li.get("/records/sample/" + lis).expect(200);
        wang.get("/records/sample/" + lis).refused(404, "record.not_found");
        assertThat(wang.get("/records/sample").expect(200).at("items").size()).isZero();
        wang.header("If-Match", "\"1\"")
                .patch("/records/sample/" + lis, Map.of("name", "x"))
                .expect(404);
        li.header("If-Match", "\"1\"").delete("/records/sample/" + lis).refused(403, "record.not_permitted");
        admin.get("/records/sample/" + lis).expect(200);
    }

    @Test
    void changedRoleIsFeltOnTheNextRequest() {
        role("widening", Map.of("read", "own"));
        Api reader = tenant.as("reader", "widening");
        String id = made(admin, "行政");
        reader.get("/records/sample/" + id).expect(404);

        admin.put("/roles/widening", Map.of("objects", Map.of("sample", Map.of("read", "all"))))
                .expect(200);
        reader.get("/records/sample/" + id).expect(200);

        admin.put(
                        "/roles/widening",
                        Map.of(
                                "objects",
                                Map.of("sample", Map.of("read", "all")),
                                "fields",
                                Map.of("sample.name", "hidden")))
                .expect(200);
        assertThat(reader.get("/records/sample/" + id).expect(200).body().has("name"))
                .isFalse();
    }

    /** The statement that reads one record is kept, what "tomorrow" means is not. */
    @Test
    void rightsThatMoveWithTheCalendarAreWorkedOutWithEachReading() {
        role("tomorrow", Map.of("read", List.of(Map.of("field", "day", "op", "within", "value", "tomorrow"))));
        Api person = tenant.as("tomorrow", "tomorrow");
        Api reader = person.anew()
                .token(person.post("/tokens", Map.of("name", "t", "scopes", List.of("records:read")))
                        .text("token"));
        LocalDate day =
                LocalDate.ofInstant(clock.instant(), tenant.tenant().zone()).plusDays(1);
        String id = admin.post("/records/sample", Map.of("name", "due", "day", day.toString()))
                .text("id");

        reader.get("/records/sample/" + id).expect(200);
        reader.get("/records/sample/" + id).expect(200);
        clock.advance(Duration.ofHours(24));
        reader.get("/records/sample/" + id).expect(404);
    }

    @Test
    void whoHasNoRoleFindsNothing() {
        Api nobody = tenant.as("nobody");

        nobody.get("/records/sample").expect(404);
        nobody.post("/records/sample", Map.of("name", "x")).expect(403);
        nobody.get("/roles").refused(403, "access.not_permitted");
    }

    @Test
    void scopeMayBeAFilter() {
        role(
                "big",
                Map.of(
                        "read",
                        List.of("own", Map.of("field", "size", "op", "ge", "value", 10)),
                        "update",
                        Map.of("field", "created_by", "op", "eq", "value", "$me")));
        Api big = tenant.as("big", "big");
        String small =
                admin.post("/records/sample", Map.of("name", "s", "size", 9)).text("id");
        String large =
                admin.post("/records/sample", Map.of("name", "l", "size", 10)).text("id");

        big.get("/records/sample/" + small).expect(404);
        big.get("/records/sample/" + large).expect(200);
        big.header("If-Match", "\"1\"")
                .patch("/records/sample/" + large, Map.of("name", "x"))
                .expect(403);
        assertThat(admin.get("/roles/big").text("/objects/sample/read/1/field")).isEqualTo("size");
    }

    @Test
    void sharedRecordIsSeenUntilItIsNot() {
        role("sharing", Map.of("read", "own", "update", "own"));
        RecordId li = tenant.person("sharing_li", "sharing");
        Api api = tenant.as("sharing_li");
        RecordId id = RecordId.parse(made(admin, "共享")).orElseThrow();
        List<Share.With> with = List.of(new Share.With.User(li));

        share(() -> shares.grant(metadata.current().require("sample"), id, with, ShareLevel.READ));
        api.get("/records/sample/" + id).expect(200);
        api.header("If-Match", "\"1\"");
        api.patch("/records/sample/" + id, Map.of("name", "x")).expect(403);

        share(() -> shares.grant(metadata.current().require("sample"), id, with, ShareLevel.WRITE));
        api.patch("/records/sample/" + id, Map.of("name", "x")).expect(200);
        assertThat(tenant.call(() -> shares.of(id))).extracting(Share::level).containsExactly(ShareLevel.WRITE);

        share(() -> shares.revoke(id, with));
        api.get("/records/sample/" + id).expect(404);
    }

    private void share(Runnable work) {
        tenant.run(() -> Acting.run(new SystemIdentity("test", "sharing"), work));
    }

    @Test
    void everythingThatIsWrongWithARoleIsToldAtOnce() {
        Answer refused = admin.post(
                        "/roles",
                        Map.of(
                                "name", "Bad Name",
                                "objects",
                                        Map.of(
                                                "nonsense", Map.of("read", "all"),
                                                "sample",
                                                        Map.of(
                                                                "read",
                                                                "some",
                                                                "delete",
                                                                Map.of("field", "nope", "op", "eq", "value", 1))),
                                "fields", Map.of("sample.nope", "read", "sample.id", "hidden", "sample.name", "secret"),
                                "admin", List.of("everything")))
                .expect(400);

        assertThat(refused.at("errors").valueStream().map(e -> e.at("/code").asString()))
                .containsExactlyInAnyOrder(
                        "role.invalid_name",
                        "role.unknown_object",
                        "role.unknown_scope",
                        "record.unknown_field",
                        "role.unknown_field",
                        "role.field_needed",
                        "role.unknown_right",
                        "role.unknown_ability");
        assertThat(refused.raw()).contains("people, roles, meta");
        admin.post("/roles", Map.of("name", "ok", "colour", "red")).refused(400, "request.unknown_property");
    }

    @Test
    void namesAreTakenOnceAndDeliveredRolesStay() {
        role("twice", Map.of("read", "own"));

        admin.post("/roles", Map.of("name", "twice")).refused(409, "role.name_taken");
        admin.post("/roles", Map.of("name", "sales")).refused(409, "role.name_taken");
        admin.put("/roles/admin", Map.of()).refused(409, "role.admin_fixed");
        admin.delete("/roles/viewer").refused(409, "role.delivered");
        assertThat(admin.put("/roles/nobody_knows", Map.of())
                        .refused(404, "role.unknown")
                        .text("detail"))
                .contains("sales")
                .contains("viewer");
        admin.put("/roles/viewer", Map.of("objects", Map.of("sample", Map.of("read", "none"))))
                .expect(200);
        assertThat(admin.get("/roles/viewer").at("/objects").has("*")).isFalse();
    }

    @Test
    void roleInUseStaysUntilItIsTakenFromPeople() {
        role("leaving", Map.of("read", "own"));
        RecordId holder = tenant.person("holder", "leaving");

        admin.delete("/roles/leaving").refused(409, "role.in_use");
        admin.put("/users/" + holder + "/roles", List.of()).expect(200);
        admin.delete("/roles/leaving").expect(204);
        admin.get("/roles/leaving").expect(404);
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        admin.post("/roles", Map.of("name", "shaper", "admin", List.of("roles")))
                .expect(201);
        Api shaper = tenant.as("shaper", "shaper");

        shaper.post("/roles", Map.of("name", "boss", "admin", List.of("roles", "people")))
                .refused(403, "role.beyond_own");
        shaper.post("/roles", Map.of("name", "helper", "admin", List.of("roles")))
                .expect(201);
        shaper.put("/roles/sales_manager", Map.of()).refused(403, "role.beyond_own");
    }

    @Test
    void tokenReachesNoFurtherThanItsScopes() {
        String token = admin.post("/tokens", Map.of("name", "reader", "scopes", List.of("records:read")))
                .expect(201)
                .text("token");
        Api program = tenants.api().token(token);

        program.get("/records/sample").expect(200);
        program.post("/records/sample", Map.of("name", "x")).expect(403);
        program.get("/roles").expect(403);
    }
}
