package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
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

/** Giving records away and sharing them, through the API. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private RecordId wang;
    private RecordId li;
    private Api asWang;
    private Api asLi;

    @BeforeAll
    void people() {
        tenant = tenants.fresh();
        wang = tenant.person("wang", "sales");
        li = tenant.person("li", "sales");
        asWang = tenant.as("wang");
        asLi = tenant.as("li");
    }

    private String account(Api by) {
        return by.post("/records/account?duplicates=allow", Map.of("name", "华东精密"))
                .expect(201)
                .text("id");
    }

    @Test
    void whatIsAssignedChangesHands() {
        String id = account(asWang);
        asLi.get("/records/account/" + id).expect(404);
        Answer answer = asWang.post("/records/account/" + id + "/assign", Map.of("owner", li.toString()))
                .expect(200);
        assertThat(answer.text("owner")).isEqualTo(li.toString());
        asWang.get("/records/account/" + id).expect(404);
        assertThat(asLi.get("/records/account/" + id).expect(200).text("/owner/id"))
                .isEqualTo(li.toString());
    }

    @Test
    void anOwnerIsTakenAwayOnlyWhenThatIsSaid() {
        String id = account(asWang);
        String assign = "/records/account/" + id + "/assign";
        Answer unsaid = asWang.post(assign, Map.of()).refused(422, "record.required");
        assertThat(unsaid.text("/errors/0/field")).isEqualTo("owner");
        asWang.post(assign, Map.of("owner", "x")).refused(422, "value.invalid_id");
        assertThat(asWang.get("/records/account/" + id).text("/owner/id")).isEqualTo(wang.toString());
        Answer taken = asWang.post(assign, "{\"owner\":null}").expect(200);
        assertThat(taken.at("/owner").isNull()).isTrue();
    }

    @Test
    void whatIsSharedIsSeenAndWithMoreChangedUntilItEnds() {
        String id = account(asWang);
        String share = "/records/account/" + id + "/share";
        List<Map<String, String>> with = List.of(Map.of("user", li.toString()));
        Answer read = asWang.post(share, Map.of("with", with, "level", "read")).expect(200);
        assertThat(read.text("/with/0/level")).isEqualTo("read");
        Answer seen = asLi.get("/records/account/" + id).expect(200);
        asLi.header("If-Match", seen.header("ETag"));
        asLi.patch("/records/account/" + id, Map.of("tier", "a")).expect(403);
        asLi.post(share, Map.of("with", List.of(Map.of("user", wang.toString())), "level", "write"))
                .expect(403);
        asWang.post(share, Map.of("with", with, "level", "write")).expect(200);
        asLi.patch("/records/account/" + id, Map.of("tier", "a")).expect(200);
        asLi.without("If-Match");
        asWang.post(share, Map.of("with", with, "level", "none")).expect(200);
        asLi.get("/records/account/" + id).expect(404);
    }

    @Test
    void senselessSharingIsRefused() {
        String share = "/records/account/" + account(asWang) + "/share";
        asWang.post(share, Map.of("level", "read")).expect(400);
        asWang.post(share, Map.of("with", List.of(Map.of("user", RecordId.next().toString()))))
                .expect(422);
        asWang.post(share, Map.of("with", List.of(Map.of("user", li.toString())), "level", "own"))
                .expect(400);
    }

    @Test
    void whoGivesARecordAwayIsToldWhoseItIs() {
        Answer made = asWang.post("/records/account", Map.of("name", "给李的公司", "owner", li.toString()))
                .expect(201);
        assertThat(made.raw())
                .isEqualTo("{\"id\":\"%s\",\"version\":1,\"owner\":\"%s\"}".formatted(made.text("id"), li));
        assertThat(made.header("Location")).endsWith(made.text("id"));
        asLi.get("/records/account/" + made.text("id")).expect(200);

        String own = account(asWang);
        Answer given =
                asWang.header("If-Match", "\"1\"").patch("/records/account/" + own, Map.of("owner", li.toString()));
        asWang.without("If-Match");
        assertThat(given.expect(200).raw())
                .isEqualTo("{\"id\":\"%s\",\"version\":2,\"owner\":\"%s\"}".formatted(own, li));
        assertThat(given.header("ETag")).isEqualTo("\"2\"");
        asLi.get("/records/account/" + own).expect(200);
    }

    @Test
    void nobodyWhoLeftIsGivenAnything() {
        RecordId gone = tenant.person("gone", "sales");
        Api admin = tenant.admin();
        admin.header("If-Match", admin.get("/records/user/" + gone).header("ETag"))
                .patch("/records/user/" + gone, Map.of("active", false))
                .expect(200);
        admin.without("If-Match");
        String id = account(asWang);

        assertThat(asWang.post("/records/account", Map.of("name", "没人管", "owner", gone.toString()))
                        .refused(422, "record.owner_left")
                        .text("/errors/0/field"))
                .isEqualTo("owner");
        asWang.post("/records/account/" + id + "/assign", Map.of("owner", gone.toString()))
                .refused(422, "record.owner_left");
        asWang.header("If-Match", "\"1\"")
                .patch("/records/account/" + id, Map.of("owner", gone.toString()))
                .refused(422, "record.owner_left");
        asWang.without("If-Match");
    }

    @Test
    void anOwnerWhoIsHiddenIsNotToldToWhoMadeTheRecord() {
        Map<String, Object> makes = Map.of("account", Map.of("read", "none", "create", true));
        for (String right : List.of("hidden", "masked", "read")) {
            Map<String, Object> fields = Map.of("account.owner", right);
            tenant.admin()
                    .post("/roles", Map.of("name", "maker_" + right, "objects", makes, "fields", fields))
                    .expect(201);
            Answer made = tenant.as(right, "maker_" + right)
                    .post("/records/account", Map.of("name", "谁的公司 " + right))
                    .expect(201);
            assertThat(made.body().has("owner")).as(right).isEqualTo(right.equals("read"));
        }
    }

    @Test
    void aTokenForWritingIsToldNothingOfTheRecord() {
        String id = account(asWang);
        Api writer = tenants.api()
                .token(asWang.post("/tokens", Map.of("name", "w", "scopes", List.of("records:write")))
                        .expect(201)
                        .text("token"));

        Answer changed = writer.header("If-Match", "\"1\"").patch("/records/account/" + id, Map.of());
        writer.without("If-Match");

        long version = changed.expect(200).at("version").asLong();
        assertThat(changed.raw()).isEqualTo("{\"id\":\"%s\",\"version\":%d}".formatted(id, version));
        assertThat(writer.post("/records/account/" + id + "/assign", Map.of("owner", wang.toString()))
                        .expect(200)
                        .raw())
                .doesNotContain("华东精密");
    }
}
