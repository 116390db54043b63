package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Taking an act back takes each record back whole or leaves it whole, and takes nothing along that others made of it. */
@HemaiTest
class UndoWholeTests {
    private static final Map<String, Object> OWN =
            Map.of("read", "own", "create", true, "update", "own", "import", true);
    private static final Map<String, Object> ALL =
            Map.of("read", "all", "create", true, "update", "all", "delete", "none", "import", true);

    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void newCompany() {
        company = tenants.fresh();
        admin = company.admin();
    }

    private Api person(String login, Map<String, Object> objects, List<String> abilities) {
        admin.post("/roles", Map.of("name", login, "label", login, "objects", objects, "admin", abilities))
                .expect(201);
        company.person(login, login);
        return company.as(login);
    }

    private static String only(Api api, String object) {
        Answer all = api.get("/records/" + object + "?limit=5").expect(200);
        assertThat(all.at("items").size()).as(all.raw()).isEqualTo(1);
        return all.text("/items/0/id");
    }

    private static Answer changed(Api api, String path, Map<String, ?> values) {
        api.header("If-Match", api.get(path).expect(200).header("ETag"));
        Answer answer = api.patch(path, values);
        api.without("If-Match");
        return answer;
    }

    private static void leftOne(Answer undone, String reason) {
        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/left_count").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(undone.text("/undo/left/0/reason")).as(undone.raw()).contains(reason);
    }

    @Test
    void whatColleaguesAttachedKeepsTheRecord() throws InterruptedException {
        Api importer = person("importer", Map.of("account", OWN), List.of());
        Answer done = Upload.of("account", "name\n扬州来客有限公司\n").done(importer);
        String account = only(admin, "account");
        String contact = admin.post("/records/contact", Map.of("name", "来客", "account", account))
                .expect(201)
                .text("id");

        leftOne(Bulk.undone(importer, "/imports/" + done.text("id")), "您看不到的记录");

        assertThat(admin.get("/records/contact/" + contact).expect(200).text("/account/id"))
                .isEqualTo(account);
    }

    @Test
    void aRecordThatIsLeftHoldsWhatItLeadsTo() throws InterruptedException {
        Answer done = Upload.of("account", "name,parent\n盐城集团有限公司,\n盐城分部有限公司,盐城集团有限公司\n")
                .done(admin);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(2);
        String part = admin.post(
                        "/records/account/query", Map.of("filter", Map.of("field", "parent", "op", "not_empty")))
                .expect(200)
                .text("/items/0/id");
        changed(admin, "/records/account/" + part, Map.of("description", "有人改过"))
                .expect(200);

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/left_count").asInt()).as(undone.raw()).isEqualTo(2);
        assertThat(admin.get("/records/account/" + part).text("/parent/label")).isEqualTo("盐城集团有限公司");
    }

    @Test
    void recordsOfOneActThatLeadToEachOtherGoTogether() throws InterruptedException {
        StringBuilder file = new StringBuilder("name,parent\n分部0有限公司,\n");
        IntStream.range(1, 1_200).forEach(i -> file.append("分部%d有限公司,分部%d有限公司\n".formatted(i, i % 7 == 0 ? i - 1 : 0)));
        Answer done = Upload.of("account", file.toString()).done(admin);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(1_200);

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isEqualTo(1_200);
    }

    @Test
    void aCommentHoldsTheRecordAndAFollowerDoesNot() throws InterruptedException {
        Answer done = Upload.of("product", "name,code\n甲,P1\n乙,P2\n").done(admin);
        Answer both = admin.get("/records/product?sort=code").expect(200);
        String commented = both.text("/items/0/id");
        admin.post("/records/comment", Map.of("about", Map.of("object", "product", "id", commented), "body", "别删"))
                .expect(201);
        admin.post("/records/product/" + both.text("/items/1/id") + "/open", Map.of())
                .expect(200);

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(undone.text("/undo/left/0/id")).isEqualTo(commented);
    }

    @Test
    void nothingInAListOfAVerbIsRefused() {
        String account =
                Bulk.made(admin, "account", 1, i -> Map.of("name", "空项有限公司")).getFirst();
        List<Object> nothing = new ArrayList<>();
        nothing.add(null);
        admin.post("/records/account/" + account + "/merge", Map.of("from", nothing))
                .refused(400, "request.wrong_type");
        admin.post("/records/account/" + account + "/share", Map.of("with", nothing))
                .refused(400, "request.wrong_type");
    }

    @Test
    void whatTheActMadeItselfKeepsNothing() throws InterruptedException {
        Answer done =
                Upload.of("opportunity", "name,stage\n一单,proposal\n二单,won\n").done(admin);
        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));
        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isEqualTo(2);
    }

    @Test
    void linesOfADealThatNowBelongsToAnotherStay() throws InterruptedException {
        Api seller = person("seller", Map.of("opportunity", OWN, "opportunity_line", OWN), List.of());
        company.person("other", "seller");
        seller.post("/records/opportunity", Map.of("name", "易主")).expect(201);
        String deal = only(admin, "opportunity");
        Answer done = Upload.of("opportunity_line", "opportunity,name,quantity,unit_price\n易主,设备,2,100\n")
                .done(seller);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(1);
        admin.post(
                        "/records/opportunity/" + deal + "/assign",
                        Map.of("owner", company.person("other").toString()))
                .expect(200);

        leftOne(Bulk.undone(seller, "/imports/" + done.text("id")), "权限");

        assertThat(admin.get("/records/opportunity/" + deal).text("/amount/amount"))
                .isEqualTo("200.00");
    }

    @Test
    void othersImportsAreTakenBackByWhoMayDelete() throws InterruptedException {
        Api auditor = person("auditor", Map.of("account", ALL), List.of("audit"));
        Answer done = Upload.of("account", "name\n镇江管理员有限公司\n").done(admin);

        leftOne(Bulk.undone(auditor, "/imports/" + done.text("id")), "权限");

        only(admin, "account");
    }

    /** Imports leads and then their descriptions. */
    private Answer described(int rows) throws InterruptedException {
        StringBuilder names = new StringBuilder("name,external_id\n");
        StringBuilder notes = new StringBuilder("external_id,description\n");
        IntStream.range(0, rows).forEach(i -> {
            names.append("同时").append(i).append(",E").append(i).append('\n');
            notes.append('E').append(i).append(",导入的备注\n");
        });
        Upload.of("lead", names.toString()).done(admin);
        Answer done = Upload.of("lead", notes.toString())
                .with("mode", "update")
                .with("match", "external_id")
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(rows);
        return done;
    }

    private static void describe(Api by, Queue<String> waiting, Queue<String> written) {
        for (String id = waiting.poll(); id != null; id = waiting.poll()) {
            Answer answer = changed(by, "/records/lead/" + id, Map.of("description", "手写的备注"));
            if (answer.status() == 200) {
                written.add(id);
            }
        }
    }

    @Test
    void changesMadeMeanwhileAreNeverLost() throws Exception {
        Answer done = described(1_500);
        List<String> ids = admin.get("/records/lead?limit=200&fields=id")
                .expect(200)
                .at("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
        Queue<String> waiting = new ConcurrentLinkedQueue<>(ids);
        Queue<String> written = new ConcurrentLinkedQueue<>();
        List<Thread> colleagues = IntStream.range(0, 3)
                .mapToObj(i -> company.admin())
                .map(colleague -> Thread.startVirtualThread(() -> describe(colleague, waiting, written)))
                .toList();

        Bulk.undone(admin, "/imports/" + done.text("id"));
        waiting.clear();
        for (Thread colleague : colleagues) {
            colleague.join();
        }

        assertThat(written).isNotEmpty();
        for (String id : written) {
            assertThat(admin.get("/records/lead/" + id).text("description")).isEqualTo("手写的备注");
        }
    }

    @Test
    void aFormerValueThatTheFieldNoLongerTakesLeavesTheRecord() throws InterruptedException {
        Map<String, Object> field = new LinkedHashMap<>(Map.of(
                "name", "grade", "type", "choice", "label", Map.of("en", "Grade"), "choices", List.of("x", "y")));
        field.put("open", false);
        admin.post("/meta/objects/account/fields", field).expect(201);
        String account = Bulk.made(admin, "account", 1, i -> Map.of("name", "选项有限公司", "c_grade", "x"))
                .getFirst();
        Answer done = Bulk.ids("account", List.of(account)).set("c_grade", "y").done(admin);
        admin.patch("/meta/objects/account/fields/c_grade", Map.of("choices", List.of("y")))
                .expect(200);

        leftOne(Bulk.undone(admin, "/bulk/" + done.text("id")), "x");

        assertThat(admin.get("/records/account/" + account).text("c_grade")).isEqualTo("y");
    }

    @Test
    void aDeletedFieldKeepsTheRecordWholeUntilItIsRestored() throws InterruptedException {
        admin.post(
                        "/meta/objects/account/fields",
                        Map.of("name", "floor", "type", "text", "label", Map.of("en", "Floor")))
                .expect(201);
        String account = Bulk.made(
                        admin, "account", 1, i -> Map.of("name", "楼层有限公司", "c_floor", "3", "description", "旧"))
                .getFirst();
        Answer done = Bulk.of("account")
                .with("ids", List.of(account))
                .with("set", Map.of("c_floor", "4", "description", "新"))
                .done(admin);
        admin.delete("/meta/objects/account/fields/c_floor");

        leftOne(Bulk.undone(admin, "/bulk/" + done.text("id")), "恢复字段");

        assertThat(admin.get("/records/account/" + account).text("description")).isEqualTo("新");
        admin.post("/meta/objects/account/fields/c_floor/restore", Map.of()).expect(200);
        Answer again = Bulk.undone(admin, "/bulk/" + done.text("id"));
        assertThat(again.at("/undo/restored").asInt()).as(again.raw()).isEqualTo(1);
        Answer now = admin.get("/records/account/" + account);
        assertThat(now.text("description")).isEqualTo("旧");
        assertThat(now.text("c_floor")).isEqualTo("3");
    }

    @Test
    void aValueThatIsTakenLeavesOneRecordAndNotItsNeighbours() throws InterruptedException {
        Upload.of("product", "name,code\n甲,P1\n乙,P2\n丙,P3\n").done(admin);
        Answer done = Upload.of("product", "name,code\n甲,Q1\n乙,Q2\n丙,Q3\n")
                .with("mode", "update")
                .with("match", "name")
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(3);
        admin.post("/records/product", Map.of("name", "丁", "code", "P2")).expect(201);

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(2);
        assertThat(undone.text("/undo/left/0/label")).isEqualTo("乙");
    }

    @Test
    void aRecordThatCannotComeBackKeepsItsOwner() throws InterruptedException {
        Api seller = person("seller", Map.of("account", OWN), List.of());
        String other = company.person("other", "seller").toString();
        List<String> made = Bulk.made(seller, "account", 2, i -> Map.of("name", "集团" + i + "有限公司"));
        changed(seller, "/records/account/" + made.get(1), Map.of("parent", made.get(0)))
                .expect(200);
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("parent", null);
        set.put("owner", other);
        Answer done = Bulk.ids("account", List.of(made.get(1))).with("set", set).done(seller);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        admin.header(
                "If-Match",
                admin.get("/records/account/" + made.get(0)).expect(200).header("ETag"));
        admin.delete("/records/account/" + made.get(0)).expect(204);
        admin.without("If-Match");

        Answer undone = Bulk.undone(seller, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/left_count").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(admin.get("/records/account/" + made.get(1)).text("/owner/id"))
                .isEqualTo(other);
    }

    @Test
    void stageAndStatusComeBackTogetherOrNotAtAll() throws InterruptedException {
        Api seller = person("seller", Map.of("opportunity", OWN), List.of());
        String deal =
                Bulk.made(seller, "opportunity", 1, i -> Map.of("name", "一体")).getFirst();
        Answer done = Bulk.ids("opportunity", List.of(deal))
                .verb("close_won", Map.of())
                .done(seller);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        admin.put(
                        "/roles/seller",
                        Map.of(
                                "label",
                                "seller",
                                "objects",
                                Map.of("opportunity", OWN),
                                "fields",
                                Map.of("opportunity.stage", "read")))
                .expect(200);

        leftOne(Bulk.undone(seller, "/bulk/" + done.text("id")), "不能修改");

        Answer now = admin.get("/records/opportunity/" + deal);
        assertThat(now.text("stage")).isEqualTo("won");
        assertThat(now.text("status")).isEqualTo("won");
        assertThat(now.text("probability")).isEqualTo("100");
    }

    @Test
    void whatIsOnlySpelledOtherwiseSinceHasChanged() throws InterruptedException {
        String lead = Bulk.made(admin, "lead", 1, i -> Map.of("name", "拼写", "title", "before"))
                .getFirst();
        Answer done = Bulk.ids("lead", List.of(lead)).set("title", "manager").done(admin);
        changed(admin, "/records/lead/" + lead, Map.of("title", "Manager")).expect(200);

        Answer undone = Bulk.undone(admin, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.text("/undo/left/0/fields/0")).isEqualTo("title");
    }

    @Test
    void whatIsGoneIsToldAndWhoLeftOwnsNothingAgain() throws InterruptedException {
        String leaver = company.person("leaver", "sales").toString();
        List<String> leads = Bulk.made(admin, "lead", 2, i -> Map.of("name", "离职" + i, "owner", leaver, "title", "前"));
        Answer done = Bulk.ids("lead", leads)
                .with("set", Map.of("owner", company.person("admin").toString(), "title", "后"))
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(2);
        admin.header(
                "If-Match",
                admin.get("/records/lead/" + leads.get(0)).expect(200).header("ETag"));
        admin.delete("/records/lead/" + leads.get(0)).expect(204);
        admin.without("If-Match");
        changed(admin, "/records/user/" + leaver, Map.of("active", false)).expect(200);

        Answer undone = Bulk.undone(admin, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/left_count").asInt()).as(undone.raw()).isEqualTo(2);
        assertThat(undone.at("undo").toString()).contains("已被删除", "已停用");
    }
}
