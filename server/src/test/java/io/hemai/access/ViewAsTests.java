package io.hemai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.web.RouteAccess;
import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who looks after people sees what one of them sees, and nothing more than they see themselves. */
@HemaiTest
class ViewAsTests {
    private static final String ANY = "01a2094f-cf03-773a-8b84-d84cc3d6ded0";

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private TestTenant tenant;
    private Api admin;
    private RecordId wang;
    private Api seller;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        wang = tenant.person("wang", "sales");
        seller = tenant.as("wang");
    }

    private Answer begun(Api viewer, RecordId person) {
        return viewer.post("/users/" + person + "/view", Map.of());
    }

    /** The same browser, in a window that looks through the person's eyes. */
    private Api viewing(Api viewer, RecordId person) {
        String id = begun(viewer, person).expect(201).text("id");
        return window(viewer).header("X-View-As", id);
    }

    private static Api window(Api of) {
        Api other = of.anew().cookie("hemai_session", of.cookie("hemai_session").orElseThrow());
        return other.header("X-CSRF-TOKEN", other.get("/session").text("csrf"));
    }

    private String lead(Api by, String name) {
        return by.post("/records/lead", Map.of("name", name, "source", "web"))
                .expect(201)
                .text("id");
    }

    private static List<String> names(Answer listed) {
        return listed.expect(200).at("items").findValuesAsString("name");
    }

    private void role(String name, Map<String, Object> objects, Map<String, Object> fields, String... admin) {
        this.admin
                .post("/roles", Map.of("name", name, "objects", objects, "fields", fields, "admin", List.of(admin)))
                .expect(201);
    }

    @Test
    void listsAndRecordsAreThoseOfThePerson() {
        String hers = lead(seller, "王芳的线索");
        String others = lead(admin, "别人的线索");

        Api view = viewing(admin, wang);

        assertThat(names(view.get("/records/lead"))).containsExactly("王芳的线索");
        assertThat(names(view.post("/records/lead/query", Map.of("fields", List.of("name")))))
                .containsExactly("王芳的线索");
        view.get("/records/lead/" + hers).expect(200);
        view.get("/records/lead/" + others).expect(404);
        view.get("/records/lead/" + others + "/history").expect(404);
        view.get("/records/lead/" + others + "/timeline").expect(404);
        assertThat(view.get("/search?q=线索").expect(200).at("items").size()).isEqualTo(1);
        Answer counted = view.post(
                "/reports/run", Map.of("object", "lead", "measures", List.of(Map.of("fn", "count", "name", "n"))));
        assertThat(counted.expect(200).at("/total/0").asInt()).isEqualTo(1);
        assertThat(names(admin.get("/records/lead"))).hasSize(2);
    }

    @Test
    void myselfIsThePerson() {
        lead(seller, "王芳的线索");
        lead(admin, "管理员的线索");
        Api view = viewing(admin, wang);

        Answer mine = view.post(
                "/records/lead/query",
                Map.of("filter", Map.of("field", "owner", "op", "eq", "value", "$me"), "fields", List.of("name")));

        assertThat(names(mine)).containsExactly("王芳的线索");
        Answer session = view.get("/session").expect(200);
        assertThat(session.text("/user/label")).isEqualTo("wang");
        assertThat(session.text("/viewing/by/label")).isEqualTo("admin");
        assertThat(session.at("admin").size()).isZero();
        assertThat(session.at("roles").toString()).contains("sales");
        assertThat(admin.get("/session").body().has("viewing")).isFalse();
    }

    @Test
    void fieldsAreThoseOfThePerson() {
        role(
                "phoneless",
                Map.of("lead", Map.of("read", "all", "create", true, "update", "all")),
                Map.of("lead.mobile", "masked", "lead.email", "hidden", "lead.company", "read"));
        RecordId li = tenant.person("li", "phoneless");
        String id = admin.post(
                        "/records/lead",
                        Map.of("name", "甲", "source", "web", "mobile", "13800138000", "email", "a@example.com"))
                .expect(201)
                .text("id");

        Api view = viewing(admin, li);

        Answer record = view.get("/records/lead/" + id).expect(200);
        assertThat(record.text("mobile"))
                .isNotEqualTo(admin.get("/records/lead/" + id).text("mobile"));
        assertThat(record.body().has("email")).isFalse();
        Map<String, String> access = view.get("/meta/objects/lead")
                .expect(200)
                .at("fields")
                .valueStream()
                .collect(Collectors.toMap(
                        f -> f.at("/name").asString(), f -> f.at("/access").asString()));
        assertThat(access)
                .containsEntry("mobile", "masked")
                .containsEntry("company", "read")
                .containsEntry("name", "write")
                .doesNotContainKey("email");
        view.post(
                        "/records/lead/query",
                        Map.of("filter", Map.of("field", "email", "op", "eq", "value", "a@example.com")))
                .expect(400);
    }

    @Test
    void whoLooksLearnsNothingThatIsWithheldFromThem() {
        role("hr", Map.of("user", Map.of("read", "all")), Map.of(), "people");
        Api hr = tenant.as("hr", "hr");
        String hers = lead(seller, "王芳的线索");

        Api view = viewing(hr, wang);

        view.get("/records/lead").expect(404);
        view.get("/records/lead/" + hers).expect(404);
        assertThat(view.get("/search?q=王芳的").expect(200).at("items").size()).isZero();
        view.get("/records/user").expect(200);
        role("half", Map.of("lead", Map.of("read", "all")), Map.of("lead.mobile", "hidden"), "people");
        Api half = tenant.as("half", "half");
        Answer record = viewing(half, wang).get("/records/lead/" + hers).expect(200);
        assertThat(record.body().has("mobile")).isFalse();
        assertThat(record.body().has("email")).isTrue();
    }

    @Test
    void whatThePersonKeepsForOneselfStaysPrivate() {
        seller.post("/records/view", Map.of("name", "我的", "object", "lead", "kind", "table"))
                .expect(201);
        seller.post("/records/preference", Map.of("name", "hint", "value", Map.of("away", true)))
                .expect(201);

        Api view = viewing(admin, wang);

        assertThat(view.get("/records/view").expect(200).at("items").size()).isZero();
        assertThat(view.get("/records/preference").expect(200).at("items").size())
                .isZero();
    }

    @Test
    void onlyDeclaredRoutesAreOpenAndTheyAreForReading() {
        Set<String> open = new TreeSet<>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (RouteAccess.isForViewers(method)) {
                open.addAll(calls(info));
            }
        });

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /api/v1/session",
                        "GET /api/v1/company",
                        "GET /api/v1/records/{object}",
                        "POST /api/v1/records/{object}/query",
                        "GET /api/v1/records/{object}/{id}",
                        "GET /api/v1/records/{object}/{id}/history",
                        "GET /api/v1/records/{object}/{id}/timeline",
                        "GET /api/v1/search",
                        "GET /api/v1/meta/objects",
                        "GET /api/v1/meta/objects/{object}",
                        "GET /api/v1/meta/field_types",
                        "GET /api/v1/meta/regions",
                        "GET /api/v1/files/limits",
                        "POST /api/v1/counts",
                        "GET /api/v1/views/in_part",
                        "POST /api/v1/reports/run",
                        "GET /api/v1/reports/{name}");
    }

    private static Set<String> calls(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(
                        path -> info.getMethodsCondition().getMethods().stream().map(verb -> verb + " " + path))
                .collect(Collectors.toSet());
    }

    @Test
    void everyOtherRouteSaysThatOneOnlyLooks() {
        Api view = viewing(admin, wang);
        routes.getHandlerMethods().forEach((info, method) -> {
            for (String path : info.getPatternValues()) {
                if (path.startsWith("/api/") && !RouteAccess.isForViewers(method)) {
                    for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
                        String called = "/" + path.replaceAll("\\{[^}]+}", ANY);
                        Answer answer = view.send(verb.name(), called, verb == RequestMethod.GET ? null : "{}");
                        assertThat(answer.status())
                                .as("%s %s: %s", verb, path, answer)
                                .isEqualTo(403);
                        assertThat(answer.code()).as("%s %s", verb, path).isEqualTo("view.reads_only");
                    }
                }
            }
        });
        admin.get("/session").expect(200);
    }

    @Test
    void nothingIsWritten() {
        String hers = lead(seller, "王芳的线索");
        Api view = viewing(admin, wang);
        String tag = seller.get("/records/lead/" + hers).header("ETag");

        view.post("/records/lead", Map.of("name", "x", "source", "web")).refused(403, "view.reads_only");
        view.header("If-Match", tag)
                .patch("/records/lead/" + hers, Map.of("name", "x"))
                .refused(403, "view.reads_only");
        view.delete("/records/lead/" + hers).refused(403, "view.reads_only");
        view.post("/records/lead/" + hers + "/open", Map.of()).refused(403, "view.reads_only");

        assertThat(seller.get("/records/lead/" + hers).header("ETag")).isEqualTo(tag);
        assertThat(seller.get("/records/recent").expect(200).at("items").size()).isZero();
        Answer meta = view.get("/meta/objects/lead");
        assertThat(meta.at("/can/create").asBoolean()).isFalse();
        assertThat(meta.at("/can/update").asBoolean()).isFalse();
    }

    @Test
    void isForWhoLooksAfterPeopleAndOfNobodyWhoMayMore() {
        role("hr", Map.of("user", Map.of("read", "all")), Map.of(), "people");
        Api hr = tenant.as("hr", "hr");
        RecordId boss = tenant.person("admin");
        String self = admin.get("/session").text("/user/id");

        begun(seller, boss).refused(403, "access.not_permitted");
        begun(hr, boss).refused(403, "view.of_superior");
        admin.post("/users/" + self + "/view", Map.of()).refused(422, "view.of_self");
        admin.post("/users/" + ANY + "/view", Map.of()).refused(404, "request.not_found");
        begun(tenants.fresh().admin(), wang).refused(404, "request.not_found");
        String token = admin.post("/tokens", Map.of("name", "all", "scopes", List.of("admin", "records:read")))
                .expect(201)
                .text("token");
        begun(admin.token(token), wang).refused(403, "session.only");
    }

    @Test
    void isBoundToPersonAndSession() {
        String id = begun(admin, wang).expect(201).text("id");
        tenant.person("other", "admin");

        window(tenant.as("admin")).header("X-View-As", id).get("/records/lead").refused(403, "view.ended");
        window(tenant.as("other")).header("X-View-As", id).get("/records/lead").refused(403, "view.ended");
        window(tenants.fresh().admin()).header("X-View-As", id).get("/session").refused(403, "view.ended");
        window(seller).header("X-View-As", id).get("/session").refused(403, "view.ended");
        window(admin).header("X-View-As", ANY).get("/session").refused(403, "view.ended");
        window(admin).header("X-View-As", "admin").get("/session").refused(403, "view.ended");
        tenants.api().header("X-View-As", id).get("/session").refused(401, "session.required");
        String token = admin.post("/tokens", Map.of("name", "all", "scopes", List.of("records:read")))
                .expect(201)
                .text("token");
        admin.token(token).header("X-View-As", id).get("/records/lead").refused(403, "session.only");
        window(admin).header("X-View-As", id).get("/records/lead").expect(200);
    }

    @Test
    void endsWhenItIsEndedOrAfterAnHour() {
        Api first = viewing(admin, wang);
        String id = first.get("/session").text("/viewing/id");
        tenant.person("other", "admin");

        tenant.as("other").delete("/viewings/" + id).refused(404, "request.not_found");
        first.get("/records/lead").expect(200);
        admin.delete("/viewings/" + id).expect(204);
        first.get("/records/lead").refused(403, "view.ended");

        Api second = viewing(admin, wang);
        clock.advance(ViewAs.LONGEST.minusSeconds(1));
        second.get("/records/lead").expect(200);
        clock.advance(Duration.ofSeconds(2));
        second.get("/records/lead").refused(403, "view.ended");
    }

    @Test
    void rightsAreAskedAnewWithEveryRequest() {
        role("hr", Map.of("*", Map.of("read", "all")), Map.of(), "people");
        RecordId hrPerson = tenant.person("hr", "hr");
        Api hr = tenant.as("hr");
        Api view = viewing(hr, wang);
        view.get("/records/lead").expect(200);

        admin.put("/users/" + wang + "/roles", List.of("sales", "admin")).expect(200);
        view.get("/records/lead").refused(403, "view.ended");
        admin.put("/users/" + wang + "/roles", List.of("sales")).expect(200);
        view.get("/records/lead").expect(200);

        admin.put("/users/" + hrPerson + "/roles", List.of("sales_manager")).expect(200);
        view.get("/records/lead").refused(403, "view.ended");
        admin.put("/users/" + hrPerson + "/roles", List.of("hr")).expect(200);

        String tag = admin.get("/records/user/" + wang).header("ETag");
        admin.header("If-Match", tag)
                .patch("/records/user/" + wang, Map.of("active", false))
                .expect(200);
        admin.without("If-Match");
        view.get("/records/lead").refused(403, "view.ended");
    }

    @Test
    void leavesNoSignInThePersonsSessionsAndStandsInTheLog() {
        String before = seller.get("/sessions").raw();
        Api view = viewing(admin, wang);
        view.get("/records/lead").expect(200);

        assertThat(seller.get("/sessions").raw()).isEqualTo(before);
        Answer log = admin.get("/viewings").expect(200);
        assertThat(log.at("items").size()).isEqualTo(1);
        assertThat(log.text("/items/0/by/label")).isEqualTo("admin");
        assertThat(log.text("/items/0/person/id")).isEqualTo(wang.toString());
        assertThat(log.at("/items/0/ended_at").isNull()).isTrue();
        admin.delete("/viewings/" + log.text("/items/0/id")).expect(204);
        assertThat(admin.get("/viewings").at("/items/0/ended_at").isNull()).isFalse();
        seller.get("/viewings").refused(403, "access.not_permitted");
        assertThat(tenants.fresh().admin().get("/viewings").at("items").size()).isZero();
    }
}
