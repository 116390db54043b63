package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees and changes what somebody keeps for oneself. */
@HemaiTest
class PersonalRightsTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private Api li;
    private Api wang;
    private RecordId wangsId;

    @BeforeEach
    void people() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        li = tenant.as("li", "sales");
        wangsId = tenant.person("wang", "viewer");
        wang = tenant.as("wang");
    }

    private static Map<String, Object> view(String name, Object... more) {
        Map<String, Object> view = new LinkedHashMap<>(Map.of("name", name, "object", "lead"));
        for (int i = 0; i < more.length; i += 2) {
            view.put((String) more[i], more[i + 1]);
        }
        return view;
    }

    private static String made(Api who, Map<String, Object> view) {
        return "/records/view/" + who.post("/records/view", view).expect(201).text("id");
    }

    private static List<String> names(Api who) {
        List<String> names = new ArrayList<>();
        who.get("/records/view?sort=name")
                .expect(200)
                .at("items")
                .forEach(item -> names.add(item.at("/name").asString()));
        return names;
    }

    private static Answer patch(Api who, String path, Map<String, Object> change) {
        String tag = who.get(path).header("ETag");
        Answer answer = who.header("If-Match", tag.isEmpty() ? "\"1\"" : tag).patch(path, change);
        who.without("If-Match");
        return answer;
    }

    private static Answer delete(Api who, String path) {
        Answer answer = who.header(
                        "If-Match",
                        who.get(path).header("ETag").isEmpty()
                                ? "\"1\""
                                : who.get(path).header("ETag"))
                .delete(path);
        who.without("If-Match");
        return answer;
    }

    @Test
    void whoeverHasARoleKeepsAndChangesWhatIsOnesOwn() {
        for (Api who : List.of(li, wang, admin)) {
            String path = made(who, view("自己的"));
            assertThat(patch(who, path, Map.of("position", 2)).status()).isEqualTo(200);
            assertThat(names(who)).containsExactly("自己的");
            assertThat(delete(who, path).status()).isEqualTo(204);
        }
    }

    @Test
    void othersSeeNothingOfItNotEvenAdministrators() {
        String path = made(li, view("李的"));

        for (Api other : List.of(wang, admin, tenants.fresh().admin())) {
            assertThat(names(other)).isEmpty();
            other.get(path).expect(404);
            assertThat(patch(other, path, Map.of("position", 2)).status()).isEqualTo(404);
            other.get(path + "/history").expect(404);
        }
    }

    @Test
    void whoHasNoRoleHasNothing() {
        Api nobody = tenant.as("nobody");
        made(admin, view("大家的", "audience", List.of("everyone")));

        nobody.get("/records/view").expect(404);
        nobody.post("/records/view", view("自己的")).expect(403);
    }

    @Test
    void sharingLetsOthersReadAndNoMore() {
        String path = made(li, view("给王"));
        li.post(path + "/share", Map.of("with", List.of(Map.of("user", wangsId.toString()))))
                .expect(200);

        assertThat(names(wang)).containsExactly("给王");
        assertThat(patch(wang, path, Map.of("position", 2)).status()).isEqualTo(403);
        wang.post(path + "/share", Map.of("with", List.of(Map.of("user", wangsId.toString()))))
                .expect(403);
        assertThat(names(admin)).isEmpty();
    }

    @Test
    void whatIsSharedWithTheWholeCompanyIsSharedByThoseWhoShapeObjects() {
        String company = admin.post("/records/department", Map.of("name", "公司"))
                .expect(201)
                .text("id");
        String part = admin.post("/records/department", Map.of("name", "华东", "parent", company))
                .expect(201)
                .text("id");
        patch(admin, "/records/user/" + wangsId, Map.of("department", part));
        String path = made(li, view("给大家"));
        Map<String, Object> everybody = Map.of("with", List.of(Map.of("department", company)));

        li.post(path + "/share", Map.of("with", List.of(Map.of("department", part))))
                .expect(200);
        li.post(path + "/share", everybody).refused(403, "share.for_everybody");
        assertThat(names(wang)).containsExactly("给大家");

        admin.post(made(admin, view("管理员的")) + "/share", everybody).expect(200);
        assertThat(names(wang)).containsExactlyInAnyOrder("给大家", "管理员的");
        String lead = li.post("/records/lead", Map.of("name", "线索")).expect(201).text("id");
        li.post("/records/lead/" + lead + "/share", everybody).expect(200);
    }

    @Test
    void whoReadsIsToldWhetherItMayBeChangedAndWhoChangesWithWhomItIsShared() {
        String path = made(li, view("给王"));
        Map<String, Object> withWang = Map.of("user", wangsId.toString());
        li.post(path + "/share", Map.of("with", List.of(withWang))).expect(200);

        Answer own = li.post(path + "/sharing", Map.of()).expect(200);
        assertThat(own.at("change").asBoolean()).isTrue();
        assertThat(own.text("/with/0/user")).isEqualTo(wangsId.toString());
        assertThat(own.text("/with/0/level")).isEqualTo("read");
        Answer reader = wang.post(path + "/sharing", Map.of()).expect(200);
        assertThat(reader.at("change").asBoolean()).isFalse();
        assertThat(reader.at("with").isEmpty()).isTrue();

        li.post(path + "/share", Map.of("with", List.of(withWang), "level", "write"))
                .expect(200);
        assertThat(wang.post(path + "/sharing", Map.of()).at("change").asBoolean())
                .isTrue();
        admin.post(path + "/sharing", Map.of()).expect(404);
    }

    @Test
    void anAudienceIsSetByThoseWhoShapeObjectsOnly() {
        li.post("/records/view", view("给销售", "audience", List.of("sales"))).refused(403, "record.field_not_permitted");
        String own = made(li, view("自己的"));
        assertThat(patch(li, own, Map.of("audience", List.of("everyone"))).status())
                .isEqualTo(403);
        admin.post("/records/view", view("给谁", "audience", List.of("nobodys_role")))
                .refused(422, "workspace.unknown_role");
    }

    @Test
    void whatIsMeantForARoleIsSeenByItsPeopleAndChangedByThoseWhoShape() {
        String sales = made(admin, view("销售默认", "audience", List.of("sales", "finance"), "is_default", true));
        String all = made(admin, view("大家的", "audience", List.of("everyone")));
        Api other = tenant.as("second", "admin");

        assertThat(names(li)).containsExactlyInAnyOrder("销售默认", "大家的");
        assertThat(names(wang)).containsExactly("大家的");
        wang.get(sales).expect(404);
        assertThat(patch(li, all, Map.of("position", 2)).status()).isEqualTo(403);
        assertThat(delete(li, all).status()).isEqualTo(403);
        assertThat(patch(other, sales, Map.of("position", 2)).status()).isEqualTo(200);
        assertThat(delete(other, all).status()).isEqualTo(204);
        assertThat(names(wang)).isEmpty();
    }

    @Test
    void whoMadeItForOthersChangesItOnlyAsLongAsOneShapes() {
        Api former = tenant.as("former", "admin", "sales");
        String path = made(former, view("大家的", "audience", List.of("everyone")));
        RecordId id = tenant.person("former");
        admin.put("/users/" + id + "/roles", List.of("sales")).expect(200);

        former.get(path).expect(200);
        assertThat(patch(former, path, Map.of("filter", Map.of("field", "name", "op", "not_empty")))
                        .status())
                .isEqualTo(403);
        assertThat(delete(former, path).status()).isEqualTo(403);
    }

    @Test
    void aProgramWithoutTheScopeSetsNoAudience() {
        Api program = admin.token(
                admin.post("/tokens", Map.of("name", "p", "scopes", List.of("records:read", "records:write")))
                        .text("token"));

        made(program, view("自己的"));
        program.post("/records/view", view("大家的", "audience", List.of("everyone")))
                .refused(403, "record.field_not_permitted");
        program.post("/records/layout", Map.of("object", "lead", "kind", "card", "definition", Map.of()))
                .expect(403);
    }

    @Test
    void layoutsAreForThoseWhoShape() {
        Map<String, Object> card = Map.of("object", "lead", "kind", "card", "definition", List.of("name"));
        li.post("/records/layout", card).expect(403);
        String id = admin.post("/records/layout", card).expect(201).text("id");

        assertThat(admin.get("/records/layout/" + id).expect(200).text("name")).isEqualTo("lead card");
        wang.get("/records/layout/" + id).expect(404);
        assertThat(patch(li, "/records/layout/" + id, Map.of("position", 1)).status())
                .isEqualTo(404);
        admin.post("/records/layout", Map.of("object", "nothing", "kind", "card", "definition", Map.of()))
                .refused(422, "workspace.unknown_object");
    }

    @Test
    void nobodyKeepsForOthersOrGivesAway() {
        li.post("/records/view", view("给王", "owner", wangsId.toString())).refused(422, "record.owner_stays");
        String path = made(li, view("自己的"));
        assertThat(patch(li, path, Map.of("owner", wangsId.toString())).code()).isEqualTo("record.owner_stays");
        li.post(path + "/assign", Map.of("owner", wangsId.toString())).expect(404);
        li.post(
                "/records/view/bulk",
                Map.of("ids", List.of(path.substring(14)), "set", Map.of("owner", wangsId.toString())));
        assertThat(names(wang)).isEmpty();
    }

    @Test
    void whoLeavesKeepsIt() {
        made(li, view("李的"));
        Answer left = admin.post(
                        "/records/user/" + tenant.person("li") + "/hand_over", Map.of("to", wangsId.toString()))
                .expect(200);

        assertThat(left.at("handed_over/view").isMissingNode()).as(left.raw()).isTrue();
        assertThat(names(wang)).isEmpty();
    }

    @Test
    void metadataTellsWhatIsPersonal() {
        Answer objects = li.get("/meta/objects").expect(200);
        List<String> personal = new ArrayList<>();
        objects.at("items").forEach(item -> {
            if (item.at("/personal").asBoolean()) {
                personal.add(item.at("/name").asString());
            }
        });
        assertThat(personal)
                .containsExactlyInAnyOrder(
                        "view",
                        "favourite",
                        "follow",
                        "recent",
                        "comment",
                        "mention",
                        "notification",
                        "notification_setting",
                        "dashboard",
                        "preference",
                        "approval",
                        "approval_task",
                        "delegation");
    }
}
