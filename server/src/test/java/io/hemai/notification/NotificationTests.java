package io.hemai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.accounts.AccountObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people are told, and what not. */
@HemaiTest
class NotificationTests {
    private static final SystemIdentity TEST = new SystemIdentity("test", "test");

    @Autowired
    TestTenants tenants;

    @Autowired
    Notifications notifications;

    @Autowired
    Records records;

    @Autowired
    AccountObject account;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api admin;
    private Api li;
    private RecordId lisId;
    private RecordId wangsId;

    @BeforeEach
    void people() {
        tenant = tenants.fresh();
        admin = tenant.admin().speaking("en");
        lisId = tenant.person("li", "sales");
        li = tenant.as("li");
        wangsId = tenant.person("wang", "sales");
    }

    private void tell(List<RecordId> people, Notice notice) {
        tenant.run(() -> Acting.run(TEST, () -> notifications.tell(people, notice)));
    }

    private static Notice news(String text) {
        return Notice.of("flow", new Said.Literally(text));
    }

    private static JsonNode told(Api person) {
        return person.get("/records/notification?sort=-told_at").expect(200).at("/items");
    }

    private static List<String> titles(Api person) {
        return told(person).findValuesAsString("name");
    }

    private static long unread(Api person) {
        Map<String, Object> unseen = Map.of("field", "seen_at", "op", "empty");
        return person.post("/counts", Map.of("of", List.of(Map.of("object", "notification", "filter", unseen))))
                .expect(200)
                .at("/counts/0/value")
                .asLong();
    }

    private String assigned(Api by, RecordId to, String name) {
        return by.post("/records/account", Map.of("name", name, "owner", to.toString()))
                .expect(201)
                .text("id");
    }

    @Test
    void eachIsToldInTheOwnLanguageAndNobodyElseReadsIt() {
        Api chinese = tenant.as("li");
        admin.header("If-Match", admin.get("/records/user/" + lisId).header("ETag"))
                .patch("/records/user/" + lisId, Map.of("locale", "en"))
                .expect(200);
        admin.without("If-Match");
        tell(List.of(lisId, wangsId), Notice.of("mention", Said.coded("notice.mention", "赵六")));

        assertThat(titles(chinese)).containsExactly("赵六 mentioned you");
        assertThat(titles(tenant.as("wang"))).containsExactly("赵六提到了您");
        assertThat(titles(admin)).isEmpty();
        String id = told(li).at("/0/id").asString();
        tenant.as("wang").get("/records/notification/" + id).expect(404);
        admin.post("/records/notification/" + id + "/see", Map.of()).expect(404);
        li.post("/records/notification", Map.of("name", "x")).expect(403);
    }

    @Test
    void whoMayNotReadTheRecordIsToldNothing() {
        RecordId secret =
                tenant.call(() -> Acting.call(TEST, () -> records.create(account, Values.of(account.name, "绝密客户"))));
        tell(List.of(lisId), news("x").about(new About("account", secret)));
        tell(List.of(lisId), news("y").about(new About("nothing", secret)));

        assertThat(told(li)).isEmpty();

        String own = assigned(admin, lisId, "公开客户");
        tell(
                List.of(lisId),
                news("z").about(new About("account", RecordId.parse(own).orElseThrow())));
        assertThat(titles(li)).contains("z");
    }

    @Test
    void theSameIsToldOnceToEach() {
        Notice notice = news("审批").once("approval 1");
        tell(List.of(lisId), notice);
        tell(List.of(lisId, lisId, wangsId), notice);

        assertThat(told(li)).hasSize(1);
        assertThat(told(tenant.as("wang"))).hasSize(1);

        tenant.run(() -> Acting.run(TEST, () -> notifications.settle(List.of(lisId), "approval 1")));
        assertThat(unread(li)).isZero();
        assertThat(unread(tenant.as("wang"))).isOne();
    }

    @Test
    void whatWasReadNoLongerCounts() {
        tell(List.of(lisId), news("one"));
        tell(List.of(lisId), news("two"));
        assertThat(unread(li)).isEqualTo(2);

        String path = "/records/notification/" + told(li).at("/0/id").asString();
        String seen = li.post(path + "/see", Map.of()).expect(200).text("seen_at");
        assertThat(seen).isNotBlank();
        assertThat(unread(li)).isOne();
        li.post(path + "/unsee", Map.of()).expect(200);
        assertThat(unread(li)).isEqualTo(2);

        assertThat(li.post("/notifications/see_all", Map.of())
                        .expect(200)
                        .at("/seen")
                        .asLong())
                .isEqualTo(2);
        assertThat(unread(li)).isZero();
        assertThat(li.post("/notifications/see_all", Map.of())
                        .expect(200)
                        .at("/seen")
                        .asLong())
                .isZero();
    }

    @Test
    void muchAtATimeIsOneNotice() {
        List<Notice> many = IntStream.range(0, 2_000)
                .mapToObj(i -> news("第 " + i + " 条").from("step"))
                .toList();
        tenant.run(() -> Acting.run(TEST, () -> notifications.tell(Map.of(lisId, many))));
        tenant.run(() -> Acting.run(TEST, () -> notifications.tell(Map.of(lisId, many))));

        assertThat(told(li)).hasSize(1);
        assertThat(told(li).at("/0/count").asLong()).isEqualTo(4_000);
        assertThat(titles(li)).containsExactly("第 1999 条，另有 3,999 条");
    }

    @Test
    void aFewFromOneOriginAreToldOneByOneAndTheRestTogether() {
        for (int i = 1; i <= 6; i++) {
            tell(List.of(lisId), news("第 " + i + " 条").from("step"));
        }
        tell(List.of(lisId), news("别的").from("other"));
        assertThat(titles(li)).containsExactlyInAnyOrder("第 1 条", "第 2 条", "第 6 条，另有 3 条", "别的");

        clock.advance(Telling.TOGETHER.plus(Duration.ofMinutes(1)));
        tell(List.of(lisId), news("后来").from("step"));
        assertThat(titles(li)).contains("后来");
    }

    @Test
    void whoeverIsGivenARecordHearsOfItUnlessByOneself() {
        String id = assigned(admin, lisId, "华东精密");
        assigned(li, lisId, "自己的");

        JsonNode all = told(li);
        assertThat(all).hasSize(1);
        assertThat(all.at("/0/kind").asString()).isEqualTo("assigned");
        assertThat(all.at("/0/about/id").asString()).isEqualTo(id);
        assertThat(all.at("/0/name").asString()).doesNotContain("华东精密");
        assertThat(told(admin)).isEmpty();
    }

    @Test
    void aMassActIsOneNoticeToEach() {
        List<Map<String, Object>> rows = IntStream.range(0, 50)
                .mapToObj(i -> Map.<String, Object>of("name", "客户 " + i, "owner", lisId.toString()))
                .toList();
        admin.post("/records/account/batch", Map.of("create", rows)).expect(200);

        JsonNode all = told(li);
        assertThat(all).hasSize(1);
        assertThat(all.at("/0/count").asLong()).isEqualTo(50);
        assertThat(all.at("/0/name").asString()).contains("50 条客户");
    }

    @Test
    void whoIsNamedInACommentHearsOfIt() {
        String id = assigned(admin, lisId, "华东精密");
        Answer said = admin.post(
                "/records/comment",
                Map.of("about", Map.of("object", "account", "id", id), "body", "@[李](" + lisId + ") 请看报价"));
        said.expect(201);

        JsonNode mention = told(li).valueStream()
                .filter(each -> each.path("kind").asString().equals("mention"))
                .findFirst()
                .orElseThrow();
        assertThat(mention.path("body").asString()).isEqualTo("@李 请看报价");
        assertThat(mention.at("/by/id").asString()).isNotBlank();

        String named = li.get("/records/mention").expect(200).text("/items/0/id");
        long before = unread(li);
        li.post("/records/mention/" + named + "/see", Map.of()).expect(200);
        assertThat(unread(li)).isEqualTo(before - 1);
    }
}
