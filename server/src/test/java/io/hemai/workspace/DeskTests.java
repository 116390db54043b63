package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody follows, likes, opened last, and looks at. */
@HemaiTest
class DeskTests {
    /** Session, transaction, role, the record, what is noted; and what others do meanwhile. */
    private static final int FEW_STATEMENTS = 14;

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api admin;
    private Api li;

    @BeforeEach
    void people() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        li = tenant.as("li", "sales");
    }

    private static String account(Api who, String name) {
        return "/records/account/"
                + who.post("/records/account", Map.of("name", name)).expect(201).text("id");
    }

    private static Map<String, Object> about(String path) {
        return Map.of("object", path.split("/")[2], "id", path.split("/")[3]);
    }

    private static List<String> labels(Api who, String object, String sort) {
        List<String> labels = new ArrayList<>();
        who.get("/records/" + object + "?limit=200&sort=" + sort)
                .expect(200)
                .at("items")
                .forEach(item -> labels.add(item.at("/label").asString()));
        return labels;
    }

    @Test
    void aRecordIsFollowedOnceUntilItIsNoMore() {
        String path = account(li, "华东精密");
        assertThat(li.post(path + "/follow", Map.of())
                        .expect(200)
                        .at("following")
                        .asBoolean())
                .isTrue();
        li.post(path + "/follow", Map.of()).expect(200);
        assertThat(labels(li, "follow", "label")).containsExactly("华东精密");
        assertThat(labels(admin, "follow", "label")).isEmpty();

        assertThat(li.post(path + "/unfollow", Map.of())
                        .expect(200)
                        .at("following")
                        .asBoolean())
                .isFalse();
        li.post(path + "/unfollow", Map.of()).expect(200);
        assertThat(labels(li, "follow", "label")).isEmpty();
    }

    @Test
    void whatOneMayNotReadOneNeitherFollowsNorLikesNorOpens() {
        String path = account(admin, "别人的");
        for (String verb : List.of("follow", "unfollow", "open")) {
            li.post(path + "/" + verb, Map.of()).expect(404);
        }
        li.post("/records/favourite", Map.of("record", about(path))).refused(422, "workspace.record_not_found");
        li.post("/records/follow", Map.of("record", about(path))).refused(422, "workspace.record_not_found");
        li.post("/records/recent", Map.of("record", about(path))).expect(403);
    }

    @Test
    void aFavouriteIsKeptOnceByEachPerson() {
        String path = account(li, "华东精密");
        li.post("/records/favourite", Map.of("record", about(path))).expect(201);
        li.post("/records/favourite", Map.of("record", about(path))).refused(409, "workspace.kept_already");
        admin.post("/records/favourite", Map.of("record", about(path), "label", "他的"))
                .expect(201);
        assertThat(labels(li, "favourite", "position")).containsExactly("华东精密");
        Answer batch = li.post(
                "/records/favourite/batch",
                Map.of(
                        "create",
                        List.of(
                                Map.of("record", about(account(li, "a"))),
                                Map.of("record", about(path)),
                                Map.of(
                                        "record",
                                        Map.of(
                                                "object",
                                                "nothing",
                                                "id",
                                                RecordId.next().toString()))),
                        "atomic",
                        false));
        assertThat(batch.at("/results/0/status").asInt()).as(batch.raw()).isEqualTo(201);
        assertThat(batch.at("/results/1/status").asInt()).isEqualTo(409);
        assertThat(batch.at("/results/2/status").asInt()).isEqualTo(422);
    }

    @Test
    void theLastOpenedStandFirst() {
        String one = account(li, "一");
        String two = account(li, "二");
        li.post(one + "/open", Map.of()).expect(200);
        clock.advance(Duration.ofSeconds(1));
        li.post(two + "/open", Map.of()).expect(200);
        assertThat(labels(li, "recent", "-opened_at")).containsExactly("二", "一");
        clock.advance(Duration.ofMinutes(2));
        li.post(one + "/open", Map.of()).expect(200);

        assertThat(labels(li, "recent", "-opened_at")).containsExactly("一", "二");
        assertThat(labels(admin, "recent", "-opened_at")).isEmpty();
    }

    @Test
    void openingAgainWithinAMinuteWritesNothing() {
        String path = account(li, "一");
        li.post(path + "/open", Map.of()).expect(200);
        String first = li.get("/records/recent").text("/items/0/version");
        clock.advance(Duration.ofSeconds(50));
        try (RoundTrips trips = RoundTrips.counted()) {
            li.post(path + "/open", Map.of()).expect(200);
            assertThat(trips.count()).isLessThan(FEW_STATEMENTS);
        }

        Answer recent = li.get("/records/recent");
        assertThat(recent.text("/items/0/version")).isEqualTo(first);
        assertThat(admin.get(path + "/history").at("items")).hasSize(1);
        assertThat(li.get("/records/recent/" + recent.text("/items/0/id") + "/history")
                        .expect(200)
                        .at("items"))
                .isEmpty();
    }

    @Test
    void aHundredAreKept() {
        List<String> paths = new ArrayList<>();
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < OpenRecord.MOST + 3; i++) {
            many.add(Map.of("name", "n" + i));
        }
        li.post("/records/account/batch", Map.of("create", many))
                .expect(200)
                .at("results")
                .forEach(made -> paths.add("/records/account/" + made.at("/id").asString()));
        for (String path : paths) {
            clock.advance(Duration.ofSeconds(1));
            li.post(path + "/open", Map.of()).expect(200);
        }
        List<String> labels = labels(li, "recent", "-opened_at");
        assertThat(labels).hasSize(OpenRecord.MOST).doesNotHaveDuplicates();
        assertThat(labels.getFirst()).isEqualTo("n" + (OpenRecord.MOST + 2));
        assertThat(labels).doesNotContain("n0", "n1", "n2").contains("n3");
    }

    @Test
    void figuresFollowTheirDashboardAndAreHeldAgainstReports() {
        String dashboard =
                li.post("/records/dashboard", Map.of("name", "我的")).expect(201).text("id");
        Map<String, Object> report = Map.of(
                "object",
                "opportunity",
                "group_by",
                List.of(Map.of("field", "close_date", "bucket", "month")),
                "measures",
                List.of(Map.of("fn", "sum", "field", "amount", "name", "total")),
                "limit",
                12);
        Map<String, Object> figure = Map.of("dashboard", dashboard, "name", "每月", "kind", "bar", "report", report);
        Answer made = li.post("/records/figure", figure).expect(201);

        assertThat(made.text("object")).isEqualTo("opportunity");
        li.post("/reports/run", made.at("report")).expect(200);
        admin.get("/records/figure/" + made.text("id")).expect(404);
        admin.post("/records/figure", figure).expect(422);
        for (Object wrong : List.of(
                Map.of(),
                Map.of("object", "opportunity", "measures", List.of(Map.of("fn", "guess"))),
                Map.of("object", "opportunity", "group_by", List.of(Map.of("field", "nothing"))),
                Map.of("object", "nothing"),
                Map.of("object", "opportunity", "filter", Map.of("field", "amount", "op", "like")))) {
            Answer refused = li.post(
                    "/records/figure", Map.of("dashboard", dashboard, "name", "x", "kind", "bar", "report", wrong));
            assertThat(refused.refused(422, "workspace.unfit").text("/errors/0/field"))
                    .isEqualTo("report");
        }
    }

    @Test
    void aFigureThatTellsOfHiddenFieldsIsKeptFromWhoDoesNotSeeThem() {
        String dashboard = admin.post("/records/dashboard", Map.of("name", "大家的", "audience", List.of("everyone")))
                .expect(201)
                .text("id");
        admin.post(
                        "/records/figure",
                        Map.of(
                                "dashboard",
                                dashboard,
                                "name",
                                "成本",
                                "kind",
                                "number",
                                "report",
                                Map.of("object", "product", "measures", List.of(Map.of("fn", "sum", "field", "cost")))))
                .expect(201);
        admin.post(
                        "/records/figure",
                        Map.of(
                                "dashboard",
                                dashboard,
                                "name",
                                "价格",
                                "kind",
                                "number",
                                "report",
                                Map.of(
                                        "object",
                                        "product",
                                        "measures",
                                        List.of(Map.of("fn", "sum", "field", "list_price")))))
                .expect(201);

        Answer seen = li.get("/records/figure?fields=name,report").expect(200);

        assertThat(seen.raw()).contains("价格").doesNotContain("成本", "cost");
    }
}
