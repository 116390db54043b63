package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What colleagues say about a record, and whom they name. */
@HemaiTest
class CommentTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private Api li;
    private Api wang;
    private RecordId wangsId;
    private RecordId zhaosId;
    private String path;

    @BeforeEach
    void people() {
        tenant = tenants.fresh();
        admin = tenant.admin().speaking("en");
        li = tenant.as("li", "sales").speaking("en");
        wangsId = tenant.person("wang", "viewer");
        wang = tenant.as("wang");
        zhaosId = tenant.person("zhao", "sales");
        path = "/records/account/"
                + li.post("/records/account", Map.of("name", "华东精密"))
                        .expect(201)
                        .text("id");
    }

    private Map<String, Object> about() {
        return Map.of("object", "account", "id", path.split("/")[3]);
    }

    private Answer say(Api who, String body) {
        return who.post("/records/comment", Map.of("about", about(), "body", body));
    }

    private static String named(String name, RecordId id) {
        return "@[" + name + "](" + id + ")";
    }

    private static Answer patch(Api who, String record, Map<String, Object> change) {
        Answer answer = who.header("If-Match", who.get(record).header("ETag")).patch(record, change);
        who.without("If-Match");
        return answer;
    }

    @Test
    void aCommentIsSeenByWhoSeesTheRecordAndChangedByWhoWroteIt() {
        String id =
                say(wang, "请看 " + named("李", tenant.person("li"))).expect(201).text("id");
        String comment = "/records/comment/" + id;

        assertThat(li.get(comment).expect(200).text("subject")).isEqualTo("请看 @李");
        assertThat(li.get(path + "/timeline").expect(200).raw()).contains("\"kind\":\"comment\"");
        tenant.as("zhao").get(comment).expect(404);
        assertThat(patch(li, comment, Map.of("body", "x")).status()).isEqualTo(403);
        assertThat(patch(admin, comment, Map.of("body", "x")).status()).isEqualTo(403);
        assertThat(patch(wang, comment, Map.of("body", "y")).status()).isEqualTo(200);
        String other = admin.post("/records/account", Map.of("name", "b")).text("id");
        assertThat(patch(wang, comment, Map.of("about", Map.of("object", "account", "id", other)))
                        .code())
                .isEqualTo("comment.about_stays");
        li.post("/records/comment", Map.of("body", "x")).refused(422, "record.required");
        tenant.as("zhao")
                .post("/records/comment", Map.of("about", about(), "body", "x"))
                .expect(422);
    }

    @Test
    void anyRecordMayBeTalkedAbout() {
        String campaign = admin.post("/records/campaign", Map.of("name", "展会"))
                .expect(201)
                .text("id");
        Map<String, Object> about = Map.of("object", "campaign", "id", campaign);
        admin.post("/records/comment", Map.of("about", about, "body", "展位定了")).expect(201);
        li.post("/records/comment", Map.of("about", about, "body", "收到")).expect(201);

        Answer timeline =
                wang.get("/records/campaign/" + campaign + "/timeline").expect(200);
        assertThat(timeline.raw()).contains("展位定了", "收到");
        String product = admin.post("/records/lead", Map.of("name", "x", "owner", wangsId.toString()))
                .text("id");
        li.post("/records/comment", Map.of("about", Map.of("object", "lead", "id", product), "body", "x"))
                .expect(422);
    }

    @Test
    void aMentionReachesThePersonNamedAndNobodyElse() {
        say(li, named("王", wangsId) + " 看一下 " + named("王", wangsId)).expect(201);

        Answer mentions = wang.get("/records/mention").expect(200);
        assertThat(mentions.at("items")).hasSize(1);
        assertThat(mentions.text("/items/0/by/id"))
                .isEqualTo(tenant.person("li").toString());
        assertThat(mentions.text("/items/0/about/id")).isEqualTo(path.split("/")[3]);
        assertThat(mentions.at("/items/0/seen_at").isNull()).isTrue();
        assertThat(li.get("/records/mention").at("items")).isEmpty();
        assertThat(admin.get("/records/mention").at("items")).isEmpty();

        String mention = "/records/mention/" + mentions.text("/items/0/id");
        li.post(mention + "/see", Map.of()).expect(404);
        String seen = wang.post(mention + "/see", Map.of()).expect(200).text("seen_at");
        assertThat(seen).isNotBlank();
        assertThat(wang.post(mention + "/see", Map.of()).expect(200).text("seen_at"))
                .isEqualTo(seen);
        li.post(mention + "/unsee", Map.of()).expect(404);
        assertThat(wang.post(mention + "/unsee", Map.of())
                        .expect(200)
                        .at("seen_at")
                        .isNull())
                .isTrue();
        assertThat(patch(wang, mention, Map.of("by", wangsId.toString())).status())
                .isEqualTo(403);
        wang.post("/records/mention", Map.of()).expect(403);
    }

    @Test
    void whoMayNotReadTheRecordIsNotNamed() {
        Answer refused = say(li, "给 " + named("赵强", zhaosId)).refused(422, "mention.unreadable");
        assertThat(refused.text("/errors/0/field")).isEqualTo("body");
        assertThat(refused.text("/errors/0/message")).contains("赵强");
        say(li, named("谁", RecordId.next())).refused(422, "mention.unknown");
        assertThat(li.get("/records/comment").at("items")).isEmpty();

        li.post(path + "/share", Map.of("with", List.of(Map.of("user", zhaosId.toString()))))
                .expect(200);
        say(li, "给 " + named("赵强", zhaosId)).expect(201);
        assertThat(tenant.as("zhao").get("/records/mention").at("items")).hasSize(1);
    }

    @Test
    void activitiesNameColleaguesToo() {
        Map<String, Object> call = Map.of("kind", "call", "about", about(), "body", named("王", wangsId));
        String id = li.post("/records/activity", call).expect(201).text("id");
        assertThat(wang.get("/records/mention").text("/items/0/activity/id")).isEqualTo(id);
        li.post("/records/activity", Map.of("kind", "call", "about", about(), "body", named("赵", zhaosId)))
                .refused(422, "mention.unreadable");
        li.post("/records/activity", Map.of("kind", "call", "subject", "x", "body", named("王", wangsId)))
                .refused(422, "mention.unreadable");
    }

    @Test
    void aLaterWordNamesOnlyWhoIsNew() {
        String comment =
                "/records/comment/" + say(li, named("王", wangsId)).expect(201).text("id");
        assertThat(patch(li, comment, Map.of("body", named("王", wangsId) + " " + named("管", tenant.person("admin"))))
                        .status())
                .isEqualTo(200);
        assertThat(wang.get("/records/mention").at("items")).hasSize(1);
        assertThat(admin.get("/records/mention").at("items")).hasSize(1);
        li.header("If-Match", li.get(comment).header("ETag")).delete(comment).expect(204);
        assertThat(wang.get("/records/mention").at("items")).isEmpty();
    }

    @Test
    void everyNameThatNobodyHasIsTold() {
        assertThat(say(
                                li,
                                named("nobody", RecordId.next())
                                        + named("nobody too", RecordId.next())
                                        + named("wang", wangsId))
                        .refused(422, "mention.unknown")
                        .raw())
                .contains("nobody", "nobody too");
    }
}
