package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Cause;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.MassActStore;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Taking back acts of several parts, of which some write one record twice and others are interrupted. */
@HemaiTest
class UndoPartsTests {
    private static final int TWO_PARTS = 2_200;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule rule;

    @Autowired
    MassActStore store;

    @Autowired
    DSLContext sql;

    @Autowired
    JsonMapper json;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void newCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
    }

    private static void change(Api api, String path, Map<String, ?> values) {
        api.header("If-Match", api.get(path).expect(200).header("ETag"));
        api.patch(path, values).expect(200);
        api.without("If-Match");
    }

    private String called(String name) {
        return admin.post("/records/sample/query", Map.of("filter", Map.of("field", "name", "op", "eq", "value", name)))
                .expect(200)
                .text("/items/0/id");
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> (i == TWO_PARTS - 10 ? OutageRule.AT : "n" + i) + ",new,\n")
                .collect(Collectors.joining());
    }

    @Test
    void ofManyWhoTakeBackAtOnceOneDoes() throws InterruptedException {
        List<String> samples = Bulk.made(admin, "sample", 5, i -> Map.of("name", "S" + i));
        String path = "/bulk/"
                + Bulk.ids("sample", samples).set("name", "changed").done(admin).text("id");

        List<Integer> answers = AtOnce.run(
                8, i -> company.admin().post(path + "/undo", Map.of()).status());

        assertThat(answers).containsOnlyOnce(202).allMatch(status -> status == 202 || status == 409);
        assertThat(Upload.awaited(admin, path).at("/undo/restored").asInt()).isEqualTo(5);
        assertThat(admin.get("/records/sample/" + samples.getFirst()).text("name"))
                .isEqualTo("S0");
    }

    @Test
    void whatColleaguesChangedWhileItRanKeepsTheRecord() throws InterruptedException {
        Api colleague = company.admin();
        AtomicReference<String> first = new AtomicReference<>();
        rule.meanwhile(() -> {
            first.set(called("n0"));
            change(colleague, "/records/sample/" + first.get(), Map.of("size", 7));
        });
        Answer done = Upload.of("sample", "name,note,parent\nn0,new,n" + (TWO_PARTS - 1) + "\n" + rows(1, TWO_PARTS))
                .done(admin);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(TWO_PARTS);
        String path = "/records/sample/" + first.get();
        assertThat(admin.get(path).text("/parent/label")).isEqualTo("n" + (TWO_PARTS - 1));

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.at("/undo/deleted").asInt()).as(undone.raw()).isEqualTo(TWO_PARTS - 2);
        assertThat(undone.at("/undo/left_count").asInt()).isEqualTo(2);
        assertThat(undone.at("undo").toString()).contains("\"size\"");
        assertThat(admin.get(path).text("/parent/label")).isEqualTo("n" + (TWO_PARTS - 1));
    }

    private Answer writtenTwice(String record) throws InterruptedException {
        Answer done = Upload.of("sample", "name,note,parent\n%s,new,late\nlate,new,\n".formatted(record))
                .with("mode", "upsert")
                .with("match", "name")
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        return done;
    }

    @Test
    void aRecordThatWasWrittenTwiceIsLeftWholeWhicheverPartChanged() throws InterruptedException {
        String other =
                Bulk.made(admin, "sample", 1, i -> Map.of("name", "other")).getFirst();
        for (Map<String, Object> since :
                List.<Map<String, Object>>of(Map.of("note", "by hand"), Map.of("parent", other))) {
            String id = Bulk.made(admin, "sample", 1, i -> Map.of("name", "twice", "note", "old"))
                    .getFirst();
            String path = "/records/sample/" + id;
            Answer done = writtenTwice("twice");
            Object parent = admin.get(path).at("parent");
            change(admin, path, since);

            Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

            assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
            assertThat(undone.at("undo").toString())
                    .contains(since.keySet().iterator().next());
            Answer now = admin.get(path).expect(200);
            if (since.containsKey("note")) {
                assertThat(now.at("parent")).isEqualTo(parent);
                assertThat(undone.at("/undo/left_count").asInt()).isEqualTo(2);
            } else {
                assertThat(now.text("note")).isEqualTo("new");
            }
            change(admin, path, Map.of("name", "was twice"));
        }
    }

    @Test
    void whatNobodyTouchedComesBackInBothParts() throws InterruptedException {
        String id = Bulk.made(admin, "sample", 1, i -> Map.of("name", "alone", "note", "old"))
                .getFirst();

        Answer undone = Bulk.undone(admin, "/imports/" + writtenTwice("alone").text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(undone.at("/undo/deleted").asInt()).isEqualTo(1);
        assertThat(admin.get("/records/sample/" + id).text("note")).isEqualTo("old");
    }

    @Test
    void aChainOfRowsThatEachLeadToTheNextGoesWhole() throws InterruptedException {
        String chain = IntStream.range(0, TWO_PARTS)
                .mapToObj(i -> "n" + i + "," + (i + 1 < TWO_PARTS ? "n" + (i + 1) : "") + "\n")
                .collect(Collectors.joining());
        Answer done = Upload.of("sample", "name,parent\n" + chain).done(admin);
        assertThat(done.at("created").asInt()).as(done.raw()).isEqualTo(TWO_PARTS);
        assertThat(done.at("problems").size()).isZero();

        Answer undone = Bulk.undone(admin, "/imports/" + done.text("id"));

        assertThat(undone.at("/undo/left_count").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("/undo/deleted").asInt()).isEqualTo(TWO_PARTS);
    }

    @Test
    void allThatWasLeftIsTriedAgainHoweverMuchIsTold() throws InterruptedException {
        admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "floor", "type", "text", "label", Map.of("en", "Floor")))
                .expect(201);
        int many = 1_100;
        List<String> ids = Bulk.made(admin, "sample", many, i -> Map.of("name", "n" + i));
        Answer done = Bulk.ids("sample", ids).set("c_floor", "4").done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(many);
        admin.delete("/meta/objects/sample/fields/c_floor");
        String path = "/bulk/" + done.text("id");
        Answer left = Bulk.undone(admin, path);
        assertThat(left.at("/undo/left_count").asInt()).as(left.raw()).isEqualTo(many);
        assertThat(left.at("/undo/left").size()).isEqualTo(1_000);
        admin.post("/meta/objects/sample/fields/c_floor/restore", Map.of()).expect(200);

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(many);
        assertThat(undone.at("/undo/left_count").asInt()).isZero();
        admin.post(path + "/undo", Map.of()).refused(409, "bulk.not_undoable");
    }

    @Test
    void whatCameBackBeforeAnUndoStoppedIsNotLookedAtAgain() throws InterruptedException {
        String boss = company.person("boss", "sales_manager").toString();
        Api asBoss = company.as("boss").speaking("en");
        List<String> ids = Bulk.made(
                asBoss,
                "sample",
                TWO_PARTS,
                i -> Map.of("name", i == TWO_PARTS - 1 ? OutageRule.AT : "n" + i, "size", 1));
        Answer done = Bulk.ids("sample", ids).set("size", 9).done(asBoss);
        String path = "/bulk/" + done.text("id");
        Api other = company.admin();
        rule.meanwhile(() -> change(other, "/records/user/" + boss, Map.of("active", false)));
        asBoss.post(path + "/undo", Map.of()).expect(202);
        Answer stopped = Upload.awaited(admin, path);
        assertThat(stopped.text("/error/code")).as(stopped.raw()).isEqualTo("transfer.person_inactive");
        assertThat(stopped.at("/undo/restored").asInt()).isEqualTo(2_000);
        String back = "/records/sample/" + ids.getLast();
        change(admin, back, Map.of("size", 9));

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(TWO_PARTS);
        assertThat(admin.get(back).at("size").asInt()).isEqualTo(9);
        assertThat(admin.get("/records/sample/" + ids.getFirst()).at("size").asInt())
                .isEqualTo(1);
    }

    private List<String> queued(String job) {
        return sql.select(DSL.field(name("kind"), String.class))
                .from(DSL.table(name("platform", "transfer_job")))
                .where(DSL.field(name("id"), UUID.class).eq(UUID.fromString(job)))
                .and(DSL.field(name("worker")).isNotNull())
                .fetch(row -> row.value1());
    }

    @Test
    void whatWaitsIsNotTakenBack() {
        RecordId waiting = RecordId.next();
        company.run(() -> Acting.run(
                new SystemIdentity("test", "waits for ever"),
                () -> store.create(MassActStore.Job.queued(
                        waiting, BulkTask.KIND, "sample", "{}", 1, "{}", OffsetDateTime.now(ZoneOffset.UTC)))));
        admin.post("/bulk/" + waiting + "/undo", Map.of()).refused(409, "bulk.not_undoable");
        assertThat(sql.fetchExists(DSL.selectOne()
                        .from(DSL.table(name("platform", "transfer_job")))
                        .where(DSL.field(name("id"), UUID.class).eq(waiting.value()))))
                .isFalse();
    }

    @Test
    void whatRunsIsLeftToWhoDoesIt() throws InterruptedException {
        AtomicReference<Answer> refused = new AtomicReference<>();
        AtomicReference<List<String>> kind = new AtomicReference<>(List.of());
        List<String> ids = Bulk.made(admin, "sample", 1, i -> Map.of("name", OutageRule.AT));
        Api other = company.admin();
        rule.meanwhile(() -> {
            String running = other.get("/bulk").text("/items/0/id");
            refused.set(other.post("/bulk/" + running + "/undo", Map.of()));
            // not within the transaction of the act, whose role sees nothing of the platform
            kind.set(CompletableFuture.supplyAsync(() -> queued(running)).join());
        });
        Answer done = Bulk.ids("sample", ids).set("size", 2).done(admin);

        assertThat(refused.get()).isNotNull().extracting(Answer::status).isEqualTo(409);
        assertThat(kind.get()).containsExactly(BulkTask.KIND);
        assertThat(done.text("status")).isEqualTo("done");
    }

    @Test
    void anUndoThatWasKeptBeforeRecordsWereGatheredIsStillRead() {
        Undone begun = Undone.begun(
                Requester.of(new SystemIdentity("test", "took it back long ago")), Cause.ofMany("undo of bulk of 1"));
        String former = json.writeValueAsString(begun).replace("\"gathered\":null", "\"place\":3,\"again\":[]");
        assertThat(former).contains("again");
        assertThat(json.readValue(former, Undone.class)).isEqualTo(begun);
    }
}
