package io.hemai.records.transfer;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One act on many records: chosen, done within rights, told, and taken back. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant company;
    private Api admin;
    private Api boss;
    private String wang;

    @BeforeAll
    void aCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
        boss = company.as("boss", "sales_manager").speaking("en");
        wang = company.person("wang", "sales").toString();
    }

    private static Answer read(Api api, String object, String id) {
        return api.get("/records/" + object + "/" + id).expect(200);
    }

    private static void change(Api api, String object, String id, Map<String, Object> values) {
        api.header("If-Match", read(api, object, id).header("ETag"))
                .patch("/records/" + object + "/" + id, values)
                .expect(200);
        api.without("If-Match");
    }

    private static List<String> codes(Answer job) {
        return job.at("/problems")
                .valueStream()
                .map(p -> p.at("/code").asString())
                .toList();
    }

    @Test
    void aManagerGivesThreeHundredLeadsToAColleague() throws InterruptedException {
        List<String> leads = Bulk.made(boss, "lead", 300, i -> Map.of("name", "展会" + i));
        Bulk.made(boss, "lead", 1, i -> Map.of("name", "别的"));
        String zhao = company.person("zhao", "sales").toString();

        Answer done = Bulk.named("lead", "展会", 300).set("owner", zhao).done(boss);

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("total").asLong()).isEqualTo(300);
        assertThat(done.at("processed").asLong()).isEqualTo(300);
        assertThat(done.at("updated").asLong()).isEqualTo(300);
        assertThat(done.at("failed").asLong()).isZero();
        assertThat(done.at("problems")).isEmpty();
        assertThat(company.as("zhao")
                        .get("/records/lead?count=exact&limit=1")
                        .at("/count/value")
                        .asLong())
                .isEqualTo(300);
        JsonNode last =
                admin.get("/records/lead/" + leads.getLast() + "/history").at("/items/0");
        assertThat(last.at("/why").asString()).isEqualTo("Bulk act on 300 records");
        assertThat(last.at("/actor/label").asString()).isEqualTo("boss");
        assertThat(last.at("/actor/kind").asString()).isEqualTo("user");
    }

    @Test
    void nothingStartsWhenThereAreMoreThanWereSeen() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 3, i -> Map.of("name", "seen" + i));

        Answer refused =
                Bulk.named("sample", "seen", 2).set("note", "x").to(admin).refused(409, "bulk.count_differs");

        assertThat(refused.at("count").asLong()).isEqualTo(3);
        Bulk.ids("sample", ids).with("expected", 4).set("note", "x").to(admin).refused(409, "bulk.count_differs");
        Upload.awaited(admin, Bulk.ids("sample", ids).set("size", 1).started(admin));
        assertThat(read(admin, "sample", ids.getFirst()).at("version").asLong()).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneWithAnyRecordIsRefusedAtOnce() {
        List<String> ids = Bulk.made(admin, "lead", 1, i -> Map.of("name", "n" + i));
        Bulk some = Bulk.ids("lead", ids);

        some.to(admin).refused(400, "bulk.set_or_verb");
        some.set("nmae", "x").to(admin).refused(400, "record.unknown_field");
        some.set("created_at", "2026-01-01T00:00:00Z").to(admin).refused(422, "record.read_only");
        some.set("expected_amount", "many").to(admin).expect(422);
        some.set("name", "x").with("verb", "claim").to(admin).refused(400, "bulk.set_or_verb");
        Bulk verb = Bulk.ids("lead", ids);
        verb.verb("convert", Map.of()).to(admin).refused(422, "bulk.verb_not_offered");
        verb.verb("share", Map.of()).to(admin).refused(422, "bulk.verb_not_offered");
        verb.verb("fly", Map.of()).to(admin).refused(404, "record.unknown_verb");
        verb.verb("disqualify", Map.of("raeson", "x")).to(admin).expect(400);
        Bulk.of("lead").set("name", "x").to(admin).refused(400, "bulk.ids_or_filter");
        Bulk.named("lead", "n", 1).with("ids", ids).set("name", "x").to(admin).refused(400, "bulk.ids_or_filter");
        Bulk.of("lead")
                .with("filter", Map.of("and", List.of()))
                .set("name", "x")
                .to(admin)
                .expect(400);
        Bulk.ids("lead", List.of("no id")).set("name", "x").to(admin).expect(400);
        Bulk.ids("nothing", ids).set("name", "x").to(admin).expect(404);
        some.set("owner", wang).to(company.as("viewer", "viewer")).expect(400);
        Bulk.ids("lead", ids).set("owner", wang).to(company.as("viewer")).refused(403, "record.not_permitted");
        assertThat(read(admin, "lead", ids.getFirst()).at("version").asLong()).isEqualTo(1);
    }

    @Test
    void whatOneMayNotReadIsLeftOutInSilence() throws InterruptedException {
        Api asWang = company.as("wang");
        List<String> own = Bulk.made(asWang, "lead", 1, i -> Map.of("name", "王的"));
        List<String> others = Bulk.made(admin, "lead", 1, i -> Map.of("name", "别人的"));

        Answer done = Bulk.ids("lead", List.of(own.getFirst(), others.getFirst()))
                .with("expected", 1)
                .set("title", "经理")
                .done(asWang);

        assertThat(done.at("total").asLong()).isEqualTo(1);
        assertThat(done.at("updated").asLong()).isEqualTo(1);
        assertThat(done.raw()).doesNotContain(others.getFirst());
        assertThat(read(admin, "lead", others.getFirst()).at("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void rowsThatAreRefusedAreListedAndTheOthersGoOn() throws InterruptedException {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "rep",
                                "objects",
                                Map.of("sample", Map.of("read", "all", "create", true, "update", "own"))))
                .expect(201);
        Api rep = company.as("rep", "rep").speaking("en");
        List<String> own = Bulk.made(rep, "sample", 2, i -> Map.of("name", "own" + i));
        List<String> others = Bulk.made(admin, "sample", 1, i -> Map.of("name", "other"));
        List<String> all = List.of(own.getFirst(), own.getLast(), others.getFirst());

        Answer done = Bulk.ids("sample", all).set("note", "seen").done(rep);
        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(2);
        assertThat(done.at("failed").asLong()).isEqualTo(1);
        assertThat(done.text("/problems/0/id")).isEqualTo(others.getFirst());
        assertThat(done.text("/problems/0/code")).isEqualTo("record.not_permitted");

        Answer taken = Bulk.ids("sample", own).set("code", "C1").done(rep);
        assertThat(taken.at("updated").asLong()).as(taken.raw()).isEqualTo(1);
        assertThat(codes(taken)).containsExactly("record.not_unique");
        assertThat(taken.text("/problems/0/field")).isEqualTo("code");
        assertThat(taken.text("/problems/0/id")).isEqualTo(own.getLast());
    }

    @Test
    void verbsAreDoneWithEachRecordAndTakenBack() throws InterruptedException {
        List<String> leads = Bulk.made(boss, "lead", 120, i -> Map.of("name", "n" + i));
        boss.post("/records/lead/" + leads.getLast() + "/convert", Map.of()).expect(200);

        Answer done = Bulk.ids("lead", leads)
                .verb("disqualify", Map.of("reason", "no_budget"))
                .done(boss);

        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(119);
        assertThat(codes(done)).containsExactly("lead.already_converted");
        Answer first = read(boss, "lead", leads.getFirst());
        assertThat(first.text("status")).isEqualTo("unqualified");
        assertThat(boss.get("/records/lead/" + leads.getFirst() + "/history").text("/items/0/why"))
                .isEqualTo("Bulk act on 120 records: Disqualify");

        change(boss, "lead", leads.get(1), Map.of("status", "working"));
        Answer undone = Bulk.undone(boss, "/bulk/" + done.text("id"));
        assertThat(boss.get("/records/lead/" + leads.getFirst() + "/history").text("/items/0/actor/kind"))
                .isEqualTo("user");
        assertThat(boss.get("/records/lead/" + leads.getFirst() + "/timeline").text("/items/0/why"))
                .isEqualTo("Bulk act on 120 records undone");
        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asLong()).isEqualTo(118);
        assertThat(undone.text("/undo/left/0/id")).isEqualTo(leads.get(1));
        Answer again = read(boss, "lead", leads.getFirst());
        assertThat(again.text("status")).isEqualTo("new");
        assertThat(again.at("unqualified_reason").isNull()).isTrue();
        assertThat(read(boss, "lead", leads.get(1)).text("status")).isEqualTo("working");

        Answer assigned =
                Bulk.ids("lead", leads).verb("assign", Map.of("owner", wang)).done(boss);
        assertThat(assigned.at("updated").asLong()).as(assigned.raw()).isEqualTo(120);
        assertThat(read(admin, "lead", leads.getFirst()).text("/owner/id")).isEqualTo(wang);
    }

    @Test
    void whatAnUndoLeftOfAnObjectThatIsGoneIsNotNamed() throws InterruptedException {
        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
        List<String> ids = Bulk.made(admin, "c_visit", 1, i -> Map.of("name", "secret"));
        String path = Bulk.ids("c_visit", ids).set("name", "renamed").started(admin);
        Upload.awaited(admin, path);
        change(admin, "c_visit", ids.getFirst(), Map.of("name", "by hand"));
        assertThat(Bulk.undone(admin, path).text("/undo/left/0/label")).isEqualTo("by hand");

        admin.delete("/meta/objects/c_visit").expect(204);

        Answer gone = admin.get(path).expect(200);
        assertThat(gone.text("/undo/left/0/id")).isEqualTo(ids.getFirst());
        assertThat(gone.text("/undo/left/0/label")).isEmpty();
        assertThat(gone.at("/undo/left/0/fields").isEmpty()).isTrue();
    }

    @Test
    void undoPutsBackAndLeavesWhatWasChangedSince() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 3, i -> Map.of("name", "n" + i, "size", i));
        String path = Bulk.ids("sample", ids).set("size", 9).started(admin);
        assertThat(Upload.awaited(admin, path).at("updated").asLong()).isEqualTo(3);
        change(admin, "sample", ids.get(1), Map.of("size", 5));
        change(admin, "sample", ids.get(2), Map.of("note", "by hand"));

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asLong()).isEqualTo(2);
        assertThat(undone.at("/undo/left_count").asLong()).isEqualTo(1);
        assertThat(undone.text("/undo/left/0/id")).isEqualTo(ids.get(1));
        assertThat(undone.text("/undo/left/0/fields/0")).isEqualTo("size");
        assertThat(read(admin, "sample", ids.get(0)).at("size").asLong()).isZero();
        assertThat(read(admin, "sample", ids.get(1)).at("size").asLong()).isEqualTo(5);
        assertThat(read(admin, "sample", ids.get(2)).at("size").asLong()).isEqualTo(2);
        assertThat(read(admin, "sample", ids.get(2)).text("note")).isEqualTo("by hand");
    }

    @Test
    void whatWasLeftIsUndoneOnceMoreAndNothingElse() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 2, i -> Map.of("name", "n" + i, "size", i));
        String path = Bulk.ids("sample", ids).set("size", 9).started(admin);
        Upload.awaited(admin, path);
        change(admin, "sample", ids.get(1), Map.of("size", 5));
        assertThat(Bulk.undone(admin, path).at("/undo/left_count").asLong()).isEqualTo(1);
        // the first came back; what somebody made of it then is none of the act's doing
        change(admin, "sample", ids.get(0), Map.of("size", 9));
        change(admin, "sample", ids.get(1), Map.of("size", 9));

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.at("/undo/restored").asLong()).as(undone.raw()).isEqualTo(2);
        assertThat(undone.at("/undo/left_count").asLong()).isZero();
        assertThat(read(admin, "sample", ids.get(0)).at("size").asLong()).isEqualTo(9);
        assertThat(read(admin, "sample", ids.get(1)).at("size").asLong()).isEqualTo(1);
        admin.post(path + "/undo", Map.of()).refused(409, "bulk.not_undoable");
    }

    @Test
    void afterThirtyDaysItStays() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 1, i -> Map.of("name", "n"));
        Answer done = Bulk.ids("sample", ids).set("size", 9).done(admin);

        clock.advance(Duration.ofDays(31));

        Api later = company.admin();
        later.post("/bulk/" + done.text("id") + "/undo", Map.of()).refused(409, "bulk.not_undoable");
    }

    @Test
    void actsAreTheirOwnersBusinessAndAdministrators() throws InterruptedException {
        List<String> ids = Bulk.made(boss, "lead", 1, i -> Map.of("name", "n"));
        Answer done = Bulk.ids("lead", ids).set("owner", wang).done(boss);
        String path = "/bulk/" + done.text("id");
        Api li = company.as("li", "sales");

        li.get(path).refused(404, "bulk.not_found");
        li.post(path + "/undo", Map.of()).refused(404, "bulk.not_found");
        li.post(path + "/cancel", Map.of()).refused(404, "bulk.not_found");
        assertThat(li.get("/bulk").at("/items")).isEmpty();
        tenants.fresh().admin().get(path).refused(404, "bulk.not_found");
        admin.get("/imports/" + done.text("id")).refused(404, "import.not_found");
        assertThat(admin.get("/imports").at("/items")).isEmpty();

        assertThat(boss.get("/bulk").text("/items/0/id")).isEqualTo(done.text("id"));
        boss.post(path + "/cancel", Map.of()).refused(409, "bulk.not_running");
        assertThat(admin.get("/bulk").text("/items/0/created_by")).isEqualTo("boss");
        assertThat(Bulk.undone(admin, path).text("status")).isEqualTo("undone");
        assertThat(read(admin, "lead", ids.getFirst()).text("/owner/label")).isEqualTo("boss");
    }

    @Test
    void theSameRequestSentTwiceIsOneAct() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 1, i -> Map.of("name", "n"));
        Bulk act = Bulk.ids("sample", ids).set("size", 9);

        admin.header("Idempotency-Key", "once");
        Answer first = act.to(admin).expect(202);
        Answer second = act.to(admin).expect(202);
        act.set("size", 8).to(admin).refused(422, "idempotency.key_reused");
        admin.without("Idempotency-Key");

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.header("Location")).isEqualTo("/api/v1/bulk/" + first.text("id"));
        Upload.awaited(admin, "/bulk/" + first.text("id"));
        assertThat(read(admin, "sample", ids.getFirst()).at("version").asLong()).isEqualTo(2);
    }
}
