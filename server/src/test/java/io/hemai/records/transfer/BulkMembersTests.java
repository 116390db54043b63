package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tags are added to many records and taken from them; what each of them has besides stays. */
@HemaiTest
class BulkMembersTests {
    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void aCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
    }

    private List<String> tagged(Api api, String id) {
        return api.get("/records/lead/" + id)
                .expect(200)
                .at("/tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> threeLeads() {
        List<List<String>> tags = List.of(List.of("展会", "重点"), List.of("VIP"), List.of());
        return Bulk.made(admin, "lead", 3, i -> Map.of("name", "n" + i, "tags", tags.get(i)));
    }

    private void change(String id, Map<String, Object> values) {
        admin.header("If-Match", admin.get("/records/lead/" + id).expect(200).header("ETag"))
                .patch("/records/lead/" + id, values)
                .expect(200);
        admin.without("If-Match");
    }

    @Test
    void tagsAreAddedAndTakenAwayBesideOthers() throws InterruptedException {
        List<String> leads = threeLeads();

        Answer done = Bulk.named("lead", "n", 3)
                .with("add", Map.of("tags", List.of("vip", "春季")))
                .with("remove", Map.of("tags", List.of("展会", "没有的")))
                .done(admin);

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("updated").asLong()).isEqualTo(3);
        assertThat(done.at("/add/0").asString()).isEqualTo("tags");
        assertThat(done.raw()).doesNotContain("春季");
        assertThat(tagged(admin, leads.get(0))).containsExactly("重点", "vip", "春季");
        assertThat(tagged(admin, leads.get(1))).containsExactly("VIP", "春季");
        assertThat(tagged(admin, leads.get(2))).containsExactly("vip", "春季");
    }

    @Test
    void undoGivesEachItsOwnBack() throws InterruptedException {
        List<String> leads = threeLeads();
        String path = Bulk.ids("lead", leads)
                .with("add", Map.of("tags", List.of("VIP")))
                .with("remove", Map.of("tags", List.of("展会")))
                .started(admin);
        Upload.awaited(admin, path);
        change(leads.get(2), Map.of("tags", List.of("VIP", "同事加的")));
        change(leads.get(0), Map.of("title", "经理"));

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.at("/undo/left/0/id").asString()).as(undone.raw()).isEqualTo(leads.get(2));
        assertThat(undone.at("/undo/left_count").asLong()).isEqualTo(1);
        assertThat(tagged(admin, leads.get(0))).containsExactly("展会", "重点");
        assertThat(tagged(admin, leads.get(1))).containsExactly("VIP");
        assertThat(tagged(admin, leads.get(2))).containsExactly("VIP", "同事加的");
    }

    @Test
    void whoHasNoRoomAndWhatMayNotBeReadIsLeft() throws InterruptedException {
        Api wang = company.as("wang", "sales").speaking("en");
        List<String> own = Bulk.made(wang, "lead", 1, i -> Map.of("name", "王的", "tags", List.of("甲")));
        List<String> full = Bulk.made(
                wang,
                "lead",
                1,
                i -> Map.of(
                        "name",
                        "满的",
                        "tags",
                        IntStream.range(0, 50).mapToObj(n -> "t" + n).toList()));
        String others = threeLeads().getFirst();

        Answer done = Bulk.ids("lead", List.of(own.getFirst(), full.getFirst(), others))
                .with("add", Map.of("tags", List.of("乙")))
                .done(wang);

        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/problems/0/id")).isEqualTo(full.getFirst());
        assertThat(tagged(wang, own.getFirst())).containsExactly("甲", "乙");
        assertThat(tagged(admin, others)).containsExactly("展会", "重点");
    }

    @Test
    void aChoiceThatIsNoLongerInUseStaysBesideTheNewOne() throws InterruptedException {
        admin.post(
                        "/meta/objects/lead/fields",
                        Map.of(
                                "name",
                                "needs",
                                "type",
                                "multi_choice",
                                "label",
                                Map.of("en", "Needs"),
                                "choices",
                                choices(true)))
                .expect(201);
        List<String> ids = Bulk.made(admin, "lead", 1, i -> Map.of("name", "n", "c_needs", List.of("small")));
        admin.patch("/meta/objects/lead/fields/c_needs", Map.of("choices", choices(false)))
                .expect(200);

        Answer done = Bulk.ids("lead", ids)
                .with("add", Map.of("c_needs", List.of("large")))
                .done(admin);

        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(admin.get("/records/lead/" + ids.getFirst()).at("c_needs").toString())
                .isEqualTo("[\"small\",\"large\"]");
        Bulk.ids("lead", ids)
                .with("add", Map.of("c_needs", List.of("huge")))
                .to(admin)
                .expect(422);
    }

    private static List<Map<String, Object>> choices(boolean small) {
        return List.of(
                Map.of("code", "small", "label", Map.of("en", "Small"), "active", small),
                Map.of("code", "large", "label", Map.of("en", "Large"), "active", true));
    }

    @Test
    void whatCannotBeAddedAnywhereIsRefusedAtOnce() {
        List<String> ids = threeLeads();
        Map<String, Object> tag = Map.of("tags", List.of("x"));
        Bulk.ids("lead", ids)
                .with("add", Map.of("title", List.of("x")))
                .to(admin)
                .refused(422, "bulk.not_a_set");
        Bulk.ids("lead", ids)
                .with("remove", Map.of("company", List.of("x")))
                .to(admin)
                .refused(422, "bulk.not_a_set");
        Bulk.ids("lead", ids)
                .with("add", Map.of("tgas", List.of("x")))
                .to(admin)
                .refused(400, "record.unknown_field");
        Bulk.ids("lead", ids).with("add", tag).set("title", "x").to(admin).refused(400, "bulk.set_or_verb");
        Bulk.ids("lead", ids)
                .with("remove", tag)
                .verb("assign", Map.of())
                .to(admin)
                .refused(400, "bulk.set_or_verb");
        Bulk.ids("lead", ids).with("add", Map.of()).to(admin).refused(400, "bulk.set_or_verb");
        Bulk.ids("lead", ids).with("add", Map.of("tags", List.of())).to(admin).expect(400);
        Bulk.ids("lead", ids).with("add", Map.of("tags", "x")).to(admin).expect(400);
        Bulk.ids("lead", ids).with("add", Map.of("tags", List.of(1))).to(admin).expect(400);
        Bulk.ids("lead", ids)
                .with("add", tag)
                .to(company.as("viewer", "viewer"))
                .expect(403);
        assertThat(tagged(admin, ids.get(1))).containsExactly("VIP");
    }
}
