package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.records.transfer.Bulk;
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

/** Who is given a record is given what was still to do about it. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksGoAlongTests {
    @Autowired
    TestTenants tenants;

    private Api admin;
    private Api asWang;
    private RecordId wang;
    private RecordId li;

    @BeforeAll
    void people() {
        TestTenant tenant = tenants.fresh();
        admin = tenant.admin();
        wang = tenant.person("wang", "sales");
        li = tenant.person("li", "sales");
        asWang = tenant.as("wang");
    }

    private static String made(Api by, String object, Map<String, ?> values) {
        return by.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private static String task(Api by, String object, String about, RecordId owner) {
        return made(
                by,
                "task",
                Map.of(
                        "subject",
                        "发报价",
                        "due_at",
                        "2030-01-05T01:00:00Z",
                        "owner",
                        owner.toString(),
                        "about",
                        Map.of("object", object, "id", about)));
    }

    private String ownerOf(String task) {
        return admin.get("/records/task/" + task).text("/owner/id");
    }

    private void assign(String object, String id, RecordId to) {
        admin.post("/records/" + object + "/" + id + "/assign", Map.of("owner", to.toString()))
                .expect(200);
    }

    @Test
    void theOwnersOpenTasksGoAlong() {
        String lead = made(asWang, "lead", Map.of("name", "孙强"));
        String open = task(asWang, "lead", lead, wang);
        String done = task(asWang, "lead", lead, wang);
        asWang.post("/records/task/" + done + "/complete", Map.of()).expect(200);
        RecordId admins = RecordId.parse(admin.get("/session").text("/user/id")).orElseThrow();
        String colleagues = task(admin, "lead", lead, admins);
        String elsewhere = task(asWang, "lead", made(asWang, "lead", Map.of("name", "周平")), wang);

        assign("lead", lead, li);

        assertThat(ownerOf(open)).isEqualTo(li.toString());
        assertThat(ownerOf(done)).isEqualTo(wang.toString());
        assertThat(ownerOf(colleagues)).isEqualTo(admins.toString());
        assertThat(ownerOf(elsewhere)).isEqualTo(wang.toString());
        assertThat(admin.get("/records/task/" + open + "/history").text("/items/0/why"))
                .isEqualTo("分配");
    }

    @Test
    void whatIsToDoAboutTheDealOfACustomerStaysWithTheDeal() {
        String account = made(asWang, "account", Map.of("name", "华东精密"));
        String deal = made(asWang, "opportunity", Map.of("name", "产线改造", "account", account));
        String task = task(asWang, "opportunity", deal, wang);

        assign("account", account, li);
        assertThat(ownerOf(task)).isEqualTo(wang.toString());
        assign("opportunity", deal, li);
        assertThat(ownerOf(task)).isEqualTo(li.toString());
    }

    @Test
    void whatCameAlongGoesBackWhenGivingIsTakenBack() throws InterruptedException {
        String lead = made(asWang, "lead", Map.of("name", "周平"));
        String wangs = task(asWang, "lead", lead, wang);
        String before = task(admin, "lead", lead, li);
        Answer given =
                Bulk.ids("lead", List.of(lead)).set("owner", li.toString()).done(admin);
        String since = task(admin, "lead", lead, li);
        assertThat(ownerOf(wangs)).isEqualTo(li.toString());

        Bulk.undone(admin, "/bulk/" + given.text("id"));

        assertThat(ownerOf(wangs)).isEqualTo(wang.toString());
        assertThat(ownerOf(before)).isEqualTo(li.toString());
        assertThat(ownerOf(since)).isEqualTo(li.toString());
    }
}
