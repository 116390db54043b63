package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HemaiTest
class ImportTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api api;

    @BeforeEach
    void signIn() {
        tenant = tenants.fresh();
        api = tenant.admin().speaking("en");
    }

    private long count() {
        return api.get("/records/sample?count=exact&limit=1")
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    private JsonNode only(String name) {
        Answer found = api.post(
                        "/records/sample/query", Map.of("filter", Map.of("field", "name", "op", "eq", "value", name)))
                .expect(200);
        assertThat(found.at("/items").size()).as(found.raw()).isEqualTo(1);
        return found.at("/items/0");
    }

    @Test
    void aWholeNumberIsShownAsOne() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size\nx,many\n").done(api);

        assertThat(done.text("/problems/0/message"))
                .as(done.raw())
                .isEqualTo("“many” is not a number. Write it as 1234.");
    }

    @Test
    void rowsBecomeRecords() throws InterruptedException {
        Answer done = Upload.of("sample", """
                        name,code,size,amount,day,flag,grade,source
                        王芳,A1,"1,200","¥30,000",2026年1月31日,是,high,web
                        李雷,A2,5,12.5,2026/2/1,no,Low,展会
                        """).done(api);
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("total").asLong()).isEqualTo(2);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
        JsonNode wang = only("王芳");
        assertThat(wang.get("size").asLong()).isEqualTo(1200);
        assertThat(wang.at("/amount/amount").asString()).isEqualTo("30000.00");
        assertThat(wang.get("day").asString()).isEqualTo("2026-01-31");
        assertThat(wang.get("grade").asString()).isEqualTo("high");
        assertThat(done.at("/warnings/0/value").asString()).isEqualTo("展会");
    }

    @Test
    void aColumnThatBelongsNowhereIsTold() throws InterruptedException {
        Answer done = Upload.of("sample", "name,预算\n澄川,100\n晟煜,\n").done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
        JsonNode warning = done.at("/warnings/0");
        assertThat(warning.get("code").asString()).isEqualTo("import.column_unused");
        assertThat(warning.get("column").asString()).isEqualTo("预算");
        assertThat(warning.get("rows").asLong()).isEqualTo(1);
    }

    @Test
    void aTextOfAnOldWindowsIsRead() throws InterruptedException {
        byte[] gbk = "name;note\n华东精密;\"备注；分号\"\n".getBytes(Charset.forName("GBK"));
        Answer done = Upload.of("sample", "客户.csv", gbk).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(only("华东精密").get("note").asString()).isEqualTo("备注；分号");
    }

    @Test
    void brokenRowsAreToldWithTheirLineAndTheOthersComeIn() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size,note\na,1,x\nb,many,y\nc,3\nd,4,z\n")
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
        assertThat(done.at("failed").asLong()).isEqualTo(2);
        JsonNode problem = done.at("/problems/0");
        assertThat(problem.get("row").asLong()).isEqualTo(3);
        assertThat(problem.get("column").asString()).isEqualTo("size");
        assertThat(problem.get("value").asString()).isEqualTo("many");
        assertThat(done.at("/problems/1/code").asString()).isEqualTo("file.row.too_short");
        String errors = api.get("/imports/" + done.text("id") + "/errors.csv")
                .expect(200)
                .raw();
        assertThat(errors.lines().toList()).hasSize(3);
        assertThat(errors.lines().toList().get(1))
                .startsWith("3,")
                .contains("size: ")
                .endsWith("b,many,y");
        assertThat(errors.lines().toList().get(2)).startsWith("4,").endsWith("c,3");
    }

    @Test
    void mendedErrorsComeBackWithoutTheColumnsThatSayWhatToMend() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size,note\na,1,x\nb,many,y\nc,often,z\n")
                .done(api);
        String errors = errors(done, "zh-CN");
        Answer again = Upload.of("sample", errors.replace("b,many,y", "b,2,y")).done(api.speaking("en"));
        assertThat(again.at("created").asLong()).as(again.raw()).isEqualTo(1);
        assertThat(again.at("warnings").size()).as(again.raw()).isZero();
        assertThat(again.at("/proposal/columns").size()).as(again.raw()).isEqualTo(3);
        List<String> left = errors(again, "en").lines().toList();
        assertThat(left.getFirst()).endsWith("Row,What to correct,name,size,note");
        assertThat(left.get(1)).startsWith("3,size: ").endsWith(",c,often,z");
        assertThat(left).hasSize(2);
        Answer last = Upload.of("sample", String.join("\n", left).replace("often", "3"))
                .mapping(Map.of(
                        "columns",
                        List.of(Map.of("column", "name", "field", "name"), Map.of("column", "size", "field", "size"))))
                .done(api);
        assertThat(last.at("/warnings").size()).as(last.raw()).isEqualTo(1);
        assertThat(last.text("/warnings/0/column")).isEqualTo("note");
    }

    @Test
    void brokenRowsAreStillMendedWhenTheirErrorsComeBack() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size,note\na,1,x\n\"b,2,\"\"y, z\"\"\"\n\"c,3,z\"\n")
                .done(api);
        assertThat(done.at("failed").asLong()).as(done.raw()).isEqualTo(2);
        String errors = errors(done, "en");
        Answer tried = Upload.of("sample", errors).with("dry_run", "true").done(api);
        assertThat(tried.at("repairable").asLong()).as(tried.raw()).isEqualTo(2);
        assertThat(tried.text("/problems/0/message"))
                .isEqualTo("The row has 1 cell instead of 3. It can be mended: import with repair=true.");
        Answer again = Upload.of("sample", errors).with("repair", "true").done(api);
        assertThat(again.at("created").asLong()).as(again.raw()).isEqualTo(2);
        assertThat(only("b").get("note").asString()).isEqualTo("y, z");
    }

    private String errors(Answer done, String language) {
        return api.speaking(language)
                .get("/imports/" + done.text("id") + "/errors.csv")
                .expect(200)
                .raw();
    }

    @Test
    void aDryRunWritesNothingAndProposes() throws InterruptedException {
        Answer done = Upload.of("sample", "Name,Grade,Day,Source\na,High,10/20/2016,Web\nb,hihg,3/1/2017,Web\n")
                .with("dry_run", "true")
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("failed").asLong()).isEqualTo(1);
        assertThat(done.at("dry_run").asBoolean()).isTrue();
        assertThat(done.at("/proposal/columns/0/field").asString()).isEqualTo("name");
        assertThat(done.at("/proposal/columns/2/format").asString()).isEqualTo("M/d/yyyy");
        assertThat(count()).isZero();
        api.post("/imports/" + done.text("id") + "/undo", Map.of()).refused(409, "import.not_undoable");
    }

    @Test
    void anUpsertTwiceChangesNothingTheSecondTime() throws InterruptedException {
        String csv = "code,name,size\nA1,one,1\nA2,two,2\nA1,again,3\n";
        Answer first = Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(first.at("created").asLong()).as(first.raw()).isEqualTo(2);
        assertThat(first.at("/problems/0/code").asString()).isEqualTo("import.duplicate_in_file");
        Answer second = Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "[\"code\"]")
                .done(api);
        assertThat(second.at("created").asLong()).isZero();
        assertThat(second.at("updated").asLong()).isZero();
        assertThat(second.at("unchanged").asLong()).as(second.raw()).isEqualTo(2);
        assertThat(only("one").get("version").asLong()).isEqualTo(1);
        Answer third = Upload.of("sample", "code,name,size\na1,one,7\n")
                .with("mode", "update")
                .with("match", "code")
                .done(api);
        assertThat(third.at("updated").asLong()).as(third.raw()).isEqualTo(1);
        assertThat(only("one").get("size").asLong()).isEqualTo(7);
    }

    @Test
    void linksAreFoundByNameEvenToLaterRowsAndNearMissesAreOffered() throws InterruptedException {
        Answer done = Upload.of("sample", "name,parent\nchild,GTX Pro\nGTX Pro,\nlost,nowhere\n")
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(3);
        assertThat(only("child").at("/parent/label").asString()).isEqualTo("GTX Pro");
        assertThat(done.at("/problems/0/code").asString()).isEqualTo("import.link_unknown");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(4);
        Answer near = Upload.of("sample", "name,parent\nother,GTXPro\n").done(api);
        assertThat(near.at("/problems/0/code").asString()).as(near.raw()).isEqualTo("import.link_near");
        assertThat(near.at("/fixes/0/fix").asString()).isEqualTo("GTX Pro");
        Answer fixed = Upload.of("sample", "name,parent\nthird,GTXPro\n")
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "name", "field", "name"),
                                Map.of(
                                        "column", "parent",
                                        "field", "parent",
                                        "values", Map.of("GTXPro", "GTX Pro"))),
                        "constants",
                        Map.of("source", "call")))
                .done(api);
        assertThat(fixed.at("/problems").size()).as(fixed.raw()).isZero();
        assertThat(only("third").at("/parent/label").asString()).isEqualTo("GTX Pro");
        assertThat(only("third").get("source").asString()).isEqualTo("call");
    }

    @Test
    void anUndoTakesBackWhatNobodyTouchedSince() throws InterruptedException {
        Upload.of("sample", "code,name,size,note\nOLD,old,1,was\n").done(api);
        Answer done = Upload.of("sample", "code,name,size,note\nOLD,old,2,is\nN1,new,1,\nN2,touched,1,\n")
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
        change("touched", "size", 9);
        change("old", "note", "by hand");
        api.post("/imports/" + done.text("id") + "/undo", Map.of()).expect(202);
        Answer undone = Upload.awaited(api, "/imports/" + done.text("id"));
        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/deleted").asLong()).isEqualTo(1);
        assertThat(undone.at("/undo/restored").asLong()).isZero();
        assertThat(undone.at("/undo/left_count").asLong()).isEqualTo(2);
        assertThat(undone.at("/undo/left")
                        .valueStream()
                        .map(left -> left.get("fields").toString()))
                .containsExactlyInAnyOrder("[\"size\"]", "[\"note\"]");
        assertThat(undone.text("finished_at")).isEqualTo(done.text("finished_at"));
        assertThat(OffsetDateTime.parse(undone.text("/undo/finished_at")))
                .isAfter(OffsetDateTime.parse(done.text("finished_at")));
        assertThat(only("old").get("size").asLong()).isEqualTo(2);
        assertThat(only("old").get("note").asString()).isEqualTo("by hand");
        assertThat(only("touched").get("size").asLong()).isEqualTo(9);
        assertThat(count()).isEqualTo(2);
        assertThat(Bulk.undone(api, "/imports/" + done.text("id"))
                        .at("/undo/left_count")
                        .asLong())
                .isEqualTo(2);
    }

    private void change(String name, String field, Object value) {
        JsonNode record = only(name);
        api.header("If-Match", "\"" + record.get("version").asLong() + "\"")
                .patch("/records/sample/" + record.get("id").asString(), Map.of(field, value))
                .expect(200);
        api.without("If-Match");
    }

    @Test
    void whenAndByWhomARecordWasMadeStaysAsItIs() throws InterruptedException {
        String other = tenant.as("other").get("/session").expect(200).text("/user/id");
        Upload.of("sample", "code,name,size\nOLD,old,1\n").done(api);
        JsonNode old = only("old");
        String made = old.get("created_at").asString();
        Answer same = Upload.of(
                        "sample",
                        "code,name,created_at,created_by\nOLD,old,%s,%s\n"
                                .formatted(
                                        Instant.parse(made).truncatedTo(ChronoUnit.SECONDS),
                                        old.at("/created_by/id").asString()))
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(same.at("unchanged").asLong()).as(same.raw()).isEqualTo(1);
        assertThat(same.at("warnings").size()).as(same.raw()).isZero();

        Answer done = Upload.of("sample", """
                        code,name,size,created_at,created_by
                        OLD,old,2,2019-05-06 10:00,%s
                        NEW,new,2,2019-05-06 10:00,%s
                        """.formatted(other, other))
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(only("old").get("size").asLong()).isEqualTo(2);
        assertThat(only("old").get("created_at").asString()).isEqualTo(made);
        assertThat(only("old").get("created_by")).isEqualTo(old.get("created_by"));
        assertThat(only("new").get("created_at").asString()).isEqualTo("2019-05-06T02:00:00Z");
        assertThat(only("new").at("/created_by/id").asString()).isEqualTo(other);
        assertThat(done.at("warnings").size()).as(done.raw()).isEqualTo(2);
        assertThat(done.text("/warnings/0/code")).isEqualTo("import.kept");
        assertThat(done.text("/warnings/0/column")).isEqualTo("created_at");
        assertThat(done.at("/warnings/0/rows").asLong()).isEqualTo(1);
        assertThat(done.text("/warnings/1/column")).isEqualTo("created_by");
    }

    @Test
    void aTakenValueCostsOnlyItsOwnRow() throws InterruptedException {
        Upload.of("sample", "name,code\nfirst,T7\n").done(api);
        String rows =
                IntStream.range(0, 300).mapToObj(i -> "n" + i + ",T" + i + "\n").collect(Collectors.joining());
        Answer done = Upload.of("sample", "name,code\n" + rows).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(299);
        assertThat(done.at("/problems/0/code").asString()).isEqualTo("record.not_unique");
        assertThat(done.at("/problems/0/column").asString()).isEqualTo("code");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(9);
        assertThat(count()).isEqualTo(300);
    }

    @Test
    void twoImportsAtOnceDoNotDouble() throws InterruptedException {
        String rows =
                IntStream.range(0, 3000).mapToObj(i -> "n" + i + "," + i + "\n").collect(Collectors.joining());
        String csv = "name,size\n" + rows;
        String one = Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "name")
                .to(api)
                .expect(202)
                .text("id");
        String two = Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "name")
                .to(api)
                .expect(202)
                .text("id");
        Answer first = Upload.awaited(api, "/imports/" + one);
        Answer second = Upload.awaited(api, "/imports/" + two);
        assertThat(first.at("created").asLong() + second.at("created").asLong())
                .as(first.raw() + second.raw())
                .isEqualTo(3000);
        assertThat(count()).isEqualTo(3000);
    }

    @Test
    void whatCannotWorkIsRefusedAtOnce() {
        Upload.of("sample", "name\n").to(api).refused(422, "file.no_rows");
        Upload.of("nothing", "name\na\n").to(api).expect(404);
        Upload.of("sample", "name\na\n").with("mode", "replace").to(api).refused(400, "import.invalid_mode");
        Upload.of("sample", "name\na\n").with("colour", "red").to(api).expect(400);
        Upload.of("sample", "name\na\n").with("mapping", "[]").to(api).expect(400);
        Upload.of("sample", "name\na\n").with("mode", "upsert").to(api).refused(422, "import.match_needed");
        Upload.of("sample", "name\na\n")
                .mapping(Map.of("columns", List.of(Map.of("column", "nom", "field", "version"))))
                .to(api)
                .expect(422);
        Upload.of("sample", "%PDF-1.4 not a table").to(api).expect(415);
    }

    @Test
    void importsAreListedPageByPage() throws InterruptedException {
        for (String name : List.of("a", "b", "c")) {
            Upload.of("sample", "name\n" + name + "\n").done(api);
        }
        Answer first = api.get("/imports?limit=2").expect(200);
        assertThat(first.at("items").size()).as(first.raw()).isEqualTo(2);
        Answer last = api.get("/imports?limit=2&after=" + first.text("next")).expect(200);
        assertThat(last.at("items").size()).as(last.raw()).isEqualTo(1);
        assertThat(last.at("next").isNull()).isTrue();
        assertThat(last.text("/items/0/id")).isLessThan(first.text("/items/1/id"));
        api.get("/imports?after=nowhere").refused(400, "query.invalid_cursor");
    }

    @Test
    void othersDoNotSeeIt() throws InterruptedException {
        Answer done = Upload.of("sample", "name\na\n").done(api);
        Api other = tenant.as("other");
        assertThat(api.get("/imports").expect(200).at("/items").size()).isEqualTo(1);
        other.get("/imports/" + done.text("id")).expect(404);
        Api stranger = tenants.fresh().admin();
        stranger.get("/imports/" + done.text("id")).expect(404);
    }
}
