package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file is sent once, looked at, tried as often as one likes and then brought in. */
@HemaiTest
class ImportLookTests {
    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api api;

    @BeforeEach
    void signIn() {
        company = tenants.fresh();
        api = company.admin().speaking("en");
    }

    private Answer again(Api as, String from, Map<String, String> parts) {
        Form form = new Form().text("object", "sample").text("from", from);
        parts.forEach(form::text);
        return form.post(as, "/imports");
    }

    @Test
    void lookingTriesNothingAndTheFileNeedNotBeSentAgain() throws InterruptedException {
        Answer look = Upload.of("sample", "name,size,state\na,1,x\nb,2,x\nc,3,y\n")
                .with("look", "true")
                .to(api)
                .expect(202);
        assertThat(look.text("status")).as(look.raw()).isEqualTo("done");
        assertThat(look.at("look").asBoolean()).isTrue();
        assertThat(look.at("processed").asLong()).isZero();
        assertThat(look.at("/proposal/head").size()).isEqualTo(3);
        assertThat(look.text("/proposal/head/0/0")).isEqualTo("a");
        assertThat(look.at("/proposal/columns/2/found/x").asInt()).isEqualTo(2);
        assertThat(look.at("/proposal/fields").valueStream().map(f -> f.asString()))
                .contains("name", "owner", "id")
                .doesNotContain("version", "updated_at");
        api.post("/imports/" + look.text("id") + "/undo", Map.of()).refused(409, "import.not_undoable");

        Answer tried = Upload.awaited(
                api,
                "/imports/"
                        + again(api, look.text("id"), Map.of("dry_run", "true"))
                                .expect(202)
                                .text("id"));
        assertThat(tried.at("created").asLong()).as(tried.raw()).isEqualTo(3);
        assertThat(tried.text("from")).isEqualTo(look.text("id"));
        assertThat(tried.text("/file/name")).isEqualTo("sample.csv");
        assertThat(api.get("/records/sample").expect(200).at("items").size()).isZero();

        Answer done = Upload.awaited(
                api,
                "/imports/" + again(api, tried.text("id"), Map.of()).expect(202).text("id"));
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(3);
    }

    @Test
    void onlyWhoSentAFileMayUseItAgain() {
        Answer look =
                Upload.of("sample", "name\na\n").with("look", "true").to(api).expect(202);
        api.post(
                        "/roles",
                        Map.of(
                                "name",
                                "porter",
                                "objects",
                                Map.of("sample", Map.of("read", "all", "create", true, "import", true))))
                .expect(201);
        again(company.as("porter", "porter"), look.text("id"), Map.of()).refused(404, "import.not_found");
        Form neither = new Form().text("object", "sample");
        neither.post(api, "/imports").refused(400, "import.no_file");
    }

    @Test
    void howTheTextIsWrittenMayBeTold() throws InterruptedException {
        byte[] bytes = "name;note\n張三;繁體\n".getBytes(Charset.forName("Big5"));
        Answer told = Upload.of("sample", "big5.csv", bytes)
                .with("encoding", "Big5")
                .with("delimiter", ";")
                .done(api);
        assertThat(told.at("created").asLong()).as(told.raw()).isEqualTo(1);
        assertThat(told.text("encoding")).isEqualTo("Big5");
        assertThat(api.get("/records/sample").expect(200).text("/items/0/name")).isEqualTo("張三");
        Answer whole = Upload.of("sample", "name;note\na;b\n")
                .with("delimiter", "|")
                .with("look", "true")
                .to(api)
                .expect(202);
        assertThat(whole.at("/proposal/columns").size()).as(whole.raw()).isEqualTo(1);
        Upload.of("sample", "name\na\n").with("encoding", "EBCDIC").to(api).refused(400, "request.invalid_parameter");
    }

    @Test
    void problemsOfOneKindAreCountedTogetherAndCanBeReadApart() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size,parent\na,x,\nb,y,\nc,1,nowhere\nd,1,nowhere\ne,1,2,3\nf,1,\n")
                .with("dry_run", "true")
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "name", "field", "name"),
                                Map.of("column", "size", "field", "size"),
                                Map.of("column", "parent", "field", "parent"))))
                .done(api);
        assertThat(done.at("/kinds")
                        .valueStream()
                        .map(k -> k.get("code").asString() + " " + k.get("rows").asLong()))
                .as(done.raw())
                .containsExactly("value.not_a_number 2", "import.link_unknown 2", "file.row.too_long 1");
        assertThat(done.text("/kinds/0/column")).isEqualTo("size");
        assertThat(done.at("/kinds/0/values").size()).isZero();
        assertThat(done.text("/kinds/1/values/0/value")).isEqualTo("nowhere");
        assertThat(done.at("/kinds/1/values/0/rows").asLong()).isEqualTo(2);
        String problems = "/imports/" + done.text("id") + "/problems";
        Answer first = api.get(problems + "?code=value.not_a_number&column=size&limit=1")
                .expect(200);
        assertThat(first.text("/items/0/value")).as(first.raw()).isEqualTo("x");
        assertThat(first.text("/items/0/cells/0")).isEqualTo("a");
        Answer second = api.get(problems + "?code=value.not_a_number&limit=1&after=" + first.text("next"))
                .expect(200);
        assertThat(second.text("/items/0/value")).as(second.raw()).isEqualTo("y");
        assertThat(second.at("next").isNull()).isTrue();
        company.as("other").get(problems).expect(404);
    }
}
