package io.hemai.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Attachments as salespeople work with them, on the first day's roles. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentTests {
    private static final long PATIENCE_MILLIS = 60_000;

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api wang;
    private Api li;

    @BeforeAll
    void people() {
        tenant = tenants.fresh();
        wang = tenant.as("wang", "sales");
        li = tenant.as("li", "sales");
    }

    private static String made(Api by, String object, Map<String, Object> values) {
        return by.post("/records/" + object, values).expect(201).text("id");
    }

    private static String attached(Api by, String file, String object, String id) {
        return made(by, "attachment", Map.of("file", file, "about", Map.of("object", object, "id", id)));
    }

    @Test
    void whatIsAttachedToALeadFollowsItThroughItsConversion() {
        String lead = made(wang, "lead", Map.of("name", "张伟", "company", "宁波远航机械有限公司"));
        String file = Stored.text(wang, "需求清单.txt");
        String attachment = attached(wang, file, "lead", lead);
        li.get("/records/attachment/" + attachment).expect(404);
        li.get("/files/" + file).expect(404);

        Answer converted =
                wang.post("/records/lead/" + lead + "/convert", Map.of()).expect(200);

        Answer moved = wang.get("/records/attachment/" + attachment).expect(200);
        assertThat(moved.text("/name")).isEqualTo("需求清单.txt");
        assertThat(moved.text("/lead/id")).isEqualTo(lead);
        for (String link : List.of("account", "contact", "opportunity")) {
            assertThat(moved.text("/" + link + "/id")).isEqualTo(converted.text("/" + link + "/id"));
        }
        Answer timeline = wang.get("/records/account/" + converted.text("/account/id") + "/timeline")
                .expect(200);
        assertThat(timeline.at("items")
                        .valueStream()
                        .filter(i -> i.at("/kind").asString().equals("file"))
                        .map(i -> i.at("/title").asString()))
                .containsExactly("需求清单.txt");
        wang.get("/files/" + file).expect(200);
    }

    @Test
    void whoSeesTheCustomerSeesItsFiles() {
        String account = made(tenant.admin(), "account", Map.of("name", "共享客户"));
        String file = Stored.text(tenant.admin(), "合同.txt");
        String own = made(
                tenant.admin(),
                "account",
                Map.of("name", "王的客户", "owner", tenant.person("wang", "sales").toString()));
        String file2 = Stored.text(tenant.admin(), "报价.txt");
        Api admin = tenant.admin();
        attached(admin, file, "account", account);
        attached(admin, file2, "account", own);

        wang.get("/files/" + file2).expect(200);
        wang.get("/files/" + file).expect(404);
    }

    @Test
    void aMergeTakesAttachmentsAlong() {
        Api admin = tenant.admin();
        String stays = made(admin, "account", Map.of("name", "合并后"));
        String goes = made(admin, "account", Map.of("name", "重复的"));
        String file = Stored.text(admin, "a.txt");
        String attachment = attached(admin, file, "account", goes);

        admin.post("/records/account/" + stays + "/merge", Map.of("from", goes)).expect(200);

        assertThat(admin.get("/records/attachment/" + attachment).expect(200).text("/account/id"))
                .isEqualTo(stays);
        admin.get("/files/" + file).expect(200);
    }

    @Test
    void anExportNamesFiles() throws InterruptedException {
        Api admin = tenant.admin();
        made(admin, "attachment", Map.of("file", Stored.text(admin, "清单.txt"), "name", "导出"));
        String export = admin.post(
                        "/exports",
                        Map.of(
                                "object",
                                "attachment",
                                "fields",
                                List.of("name", "file"),
                                "filter",
                                Map.of("field", "name", "op", "eq", "value", "导出")))
                .expect(202)
                .text("id");
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!admin.get("/exports/" + export).text("status").equals("done") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(admin.get("/exports/" + export + "/file").expect(200).raw()).contains("导出,清单.txt");
    }
}
