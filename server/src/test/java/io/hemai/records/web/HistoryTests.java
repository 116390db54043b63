package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.RoleChanges;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    RoleChanges roles;

    private TestTenant tenant;
    private Api admin;
    private Api clerk;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        tenant.run(() -> Acting.run(
                new SystemIdentity("test", "a test"),
                () -> roles.create(Map.of(
                        "name",
                        "clerk",
                        "label",
                        Map.of("zh-CN", "文员", "en", "Clerk"),
                        "objects",
                        Map.of("sample", Map.of("read", "own", "create", true, "update", "own", "delete", "own")),
                        "fields",
                        Map.of("sample.note", "hidden", "sample.code", "masked")))));
        admin = tenant.admin();
        clerk = tenant.as("clerk", "clerk");
    }

    private String sample(Map<String, Object> values) {
        return admin.post("/records/sample", values).expect(201).text("id");
    }

    @Test
    void aHistoryTellsWhoChangedWhatNewestFirst() {
        String parent = sample(Map.of("name", "母公司"));
        String id = sample(Map.of("name", "甲", "size", 1));
        admin.header("If-Match", "\"1\"");
        admin.patch("/records/sample/" + id, Map.of("size", 2, "parent", parent))
                .expect(200);
        admin.without("If-Match");

        Answer history = admin.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.at("/items").size()).isEqualTo(2);
        assertThat(history.text("/items/0/actor/kind")).isEqualTo("user");
        assertThat(history.text("/items/0/actor/id"))
                .isEqualTo(tenant.person("admin").toString());
        assertThat(history.at("/items/0/changes").toString())
                .contains("{\"field\":\"size\",\"before\":1,\"after\":2}")
                .contains("\"after\":{\"id\":\"" + parent + "\",\"label\":\"母公司\"}");
        assertThat(history.text("/items/1/act")).isEqualTo("created");
        assertThat(history.at("/next").isNull()).isTrue();
    }

    @Test
    void historyAndTimelineAreToldInTheLanguageAskedFor() {
        String id = sample(Map.of("name", "甲"));
        admin.header("If-Match", "\"1\"")
                .patch("/records/sample/" + id, Map.of("name", "乙"))
                .expect(200);
        admin.without("If-Match");
        admin.post("/records/sample/" + id + "/assign", "{\"owner\":null}").expect(200);

        String history = "/records/sample/" + id + "/history";
        assertThat(admin.speaking("en").get(history).text("/items/0/why")).isEqualTo("Assign");
        assertThat(admin.speaking("zh-CN").get(history).text("/items/0/why")).isEqualTo("分配");
        String timeline = "/records/sample/" + id + "/timeline";
        assertThat(admin.speaking("en").get(timeline).text("/items/1/title")).startsWith("Changed ");
        Answer chinese = admin.speaking("zh-CN").get(timeline);
        assertThat(chinese.text("/items/1/title")).startsWith("修改了");
        assertThat(chinese.text("/items/1/body")).contains("：甲 → 乙");
        admin.without("Accept-Language");
    }

    @Test
    void whatIsTakenBackIsToldAsSuch() {
        String id = sample(Map.of("name", "原来"));
        String path = "/records/sample/" + id;
        admin.header("If-Match", "\"1\"").patch(path, Map.of("name", "误改")).expect(200);
        admin.header("If-Match", "\"2\"")
                .patch(path + "?undo=true", Map.of("name", "原来"))
                .expect(200);
        admin.header("If-Match", "\"3\"")
                .patch(path + "?undo=perhaps", Map.of("name", "别的"))
                .expect(400);
        admin.without("If-Match");

        Answer timeline = admin.speaking("zh-CN").get(path + "/timeline").expect(200);
        assertThat(timeline.text("/items/0/why")).isEqualTo("撤销");
        assertThat(timeline.text("/items/0/body")).contains("误改 → 原来");
        assertThat(timeline.at("/items/1/why").isNull()).isTrue();
        assertThat(admin.speaking("en").get(path + "/history").text("/items/0/why"))
                .isEqualTo("Undone");
        admin.without("Accept-Language");
    }

    @Test
    void onlyWhatWasThereBeforeIsTakenBack() {
        String path = "/records/sample/" + sample(Map.of("name", "原来", "size", 1));
        admin.header("If-Match", "\"1\"").patch(path, Map.of("name", "误改")).expect(200);
        admin.header("If-Match", "\"2\"")
                .patch(path + "?undo=true", Map.of("name", "别的"))
                .expect(200);
        admin.header("If-Match", "\"3\"")
                .patch(path + "?undo=true", Map.of("name", "误改", "size", 2))
                .expect(200);
        admin.header("If-Match", "\"4\"")
                .patch(path + "?undo=true", Map.of("name", "原来", "size", 1))
                .expect(200);
        admin.without("If-Match");

        Answer history = admin.speaking("zh-CN").get(path + "/history").expect(200);
        assertThat(history.text("/items/0/why")).isEqualTo("撤销");
        assertThat(history.at("/items/1/why").isNull()).isTrue();
        assertThat(history.at("/items/2/why").isNull()).isTrue();
        admin.without("Accept-Language");
    }

    @Test
    void aHistoryIsPaged() {
        String id = sample(Map.of("name", "页"));
        for (int version = 1; version <= 3; version++) {
            admin.header("If-Match", "\"" + version + "\"");
            admin.patch("/records/sample/" + id, Map.of("size", version)).expect(200);
            admin.without("If-Match");
        }
        Answer first = admin.get("/records/sample/" + id + "/history?limit=3").expect(200);
        Answer second = admin.get("/records/sample/" + id + "/history?limit=3&after=" + first.text("next"))
                .expect(200);
        assertThat(first.at("/items").size()).isEqualTo(3);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.text("/items/0/act")).isEqualTo("created");
        admin.get("/records/sample/" + id + "/history?after=x").refused(400, "query.invalid_cursor");
    }

    @Test
    void aHistoryKeepsToTheRightsOfItsReader() {
        String foreign = sample(Map.of("name", "别人的"));
        String id = sample(Map.of(
                "name", "自己的",
                "note", "secret note",
                "code", "secret code",
                "parent", foreign,
                "owner", tenant.person("clerk").toString()));
        Answer history = clerk.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.raw())
                .contains("自己的")
                .contains("\"field\":\"code\"")
                .contains("\"after\":{\"hidden\":true}")
                .doesNotContain("secret", "note", "别人的", foreign);

        admin.header("If-Match", "\"1\"");
        admin.patch("/records/sample/" + id, Map.of("note", "another")).expect(200);
        admin.without("If-Match");
        assertThat(clerk.get("/records/sample/" + id + "/history")
                        .expect(200)
                        .at("/items")
                        .size())
                .isEqualTo(1);
        clerk.get("/records/sample/" + foreign + "/history").refused(404, "record.not_found");
    }

    @Test
    void theHistoryOfADeletedRecordIsForThoseWhoMayRestoreIt() {
        String id = sample(Map.of("name", "删"));
        admin.header("If-Match", "\"1\"");
        admin.delete("/records/sample/" + id).expect(204);
        admin.without("If-Match");
        Answer history = admin.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.text("/items/0/act")).isEqualTo("deleted");
        clerk.get("/records/sample/" + id + "/history").refused(404, "record.not_found");
    }

    @Test
    void aLinkToWhatWasDeletedKeepsItsNameForWhoMightHaveReadIt() {
        String parent = sample(Map.of("name", "将被删除的"));
        String own =
                sample(Map.of("name", "文员的", "owner", tenant.person("clerk").toString()));
        String id = sample(Map.of(
                "name", "留下的", "parent", parent, "owner", tenant.person("clerk").toString()));
        admin.header("If-Match", "\"1\"");
        admin.patch("/records/sample/" + id, Map.of("parent", own)).expect(200);
        admin.delete("/records/sample/" + parent).expect(204);
        admin.delete("/records/sample/" + own).expect(204);
        admin.without("If-Match");

        String history = "/records/sample/" + id + "/history";
        assertThat(admin.get(history).expect(200).raw())
                .contains("{\"id\":\"" + parent + "\",\"label\":\"将被删除的\",\"deleted\":true}")
                .contains("{\"id\":\"" + own + "\",\"label\":\"文员的\",\"deleted\":true}")
                .doesNotContain("hidden");
        assertThat(clerk.get(history).expect(200).raw())
                .contains("{\"id\":\"" + own + "\",\"label\":\"文员的\",\"deleted\":true}")
                .contains("{\"hidden\":true}")
                .doesNotContain(parent, "将被删除的");
        assertThat(clerk.get("/records/sample/" + id + "/timeline").expect(200).raw())
                .contains("文员的")
                .doesNotContain(parent, "将被删除的");
    }
}
