package io.hemai.records.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A request that is repeated with its key happens once, whatever it does. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTests {
    private static final String KEY = "Idempotency-Key";
    private static final Field<byte[]> BODY = DSL.field(DSL.name("body"), SQLDataType.BLOB);

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext sql;

    private TestTenant tenant;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
    }

    private Api admin() {
        return tenant.admin().header(KEY, "k" + RecordId.next());
    }

    private static long samples(Api api) {
        return api.get("/records/sample?count=exact&limit=1")
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    private static void same(Answer first, Answer second) {
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.raw()).isEqualTo(first.raw());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void aRecordIsMadeOnce() {
        Api api = admin();
        long before = samples(api);
        Answer first = api.post("/records/sample", Map.of("name", "一次")).expect(201);

        same(first, api.post("/records/sample", Map.of("name", "一次")));

        assertThat(samples(api)).isEqualTo(before + 1);
        api.post("/records/sample", Map.of("name", "另一个")).refused(422, "idempotency.key_reused");
        api.post("/records/card", Map.of("name", "一次")).refused(422, "idempotency.key_reused");
        Api colleague = tenant.as("colleague", "admin").header(KEY, "shared");
        api.header(KEY, "shared");
        assertThat(api.post("/records/sample", Map.of("name", "甲")).expect(201).text("id"))
                .isNotEqualTo(colleague
                        .post("/records/sample", Map.of("name", "甲"))
                        .expect(201)
                        .text("id"));
    }

    @Test
    void anAnswerIsKeptForADay() {
        // a program, whose session does not end meanwhile
        Map<String, Object> program = Map.of("name", "sync", "scopes", List.of("records:write"));
        Api api = tenant.admin()
                .token(tenant.admin().post("/tokens", program).text("token"))
                .header(KEY, "day");
        String first =
                api.post("/records/sample", Map.of("name", "旧")).expect(201).text("id");

        clock.advance(Duration.ofHours(23));
        assertThat(api.post("/records/sample", Map.of("name", "旧")).text("id")).isEqualTo(first);
        clock.advance(Duration.ofMinutes(61));
        assertThat(api.post("/records/sample", Map.of("name", "旧")).expect(201).text("id"))
                .isNotEqualTo(first);
    }

    @Test
    void aBodyThatNobodyReadsMustBeTheSameToo() {
        Api bin = tenant.admin();
        String path = "/records/sample/"
                + bin.post("/records/sample", Map.of("name", "回来")).expect(201).text("id");
        bin.header("If-Match", "\"1\"").delete(path).expect(204);
        Api api = admin();

        Answer first = api.post(path + "/restore", Map.of()).expect(200);

        same(first, api.post(path + "/restore", Map.of()));
        api.post(path + "/restore", Map.of("other", 1)).refused(422, "idempotency.key_reused");
    }

    @Test
    void refusalsAreNotKept() {
        Api api = admin();
        api.post("/records/sample", Map.of("name", "")).expect(422);
        api.post("/records/sample", Map.of("name", "好")).expect(201);

        Api shaping = admin();
        shaping.post("/meta/objects/sample/fields", Map.of("name", "x", "type", "nothing"))
                .expect(422);
        shaping.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "once", "type", "text", "label", Map.of("zh-CN", "一次")))
                .expect(201);
    }

    @Test
    void ofFiveAtOnceOneIsDone() throws InterruptedException {
        Api api = admin();
        long before = samples(api);
        List<Answer> answers = AtOnce.run(5, i -> api.post("/records/sample", Map.of("name", "同时")));

        Set<String> made = new TreeSet<>();
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                made.add(answer.text("id"));
            } else {
                answer.refused(409, "idempotency.still_running");
            }
        }
        assertThat(made).hasSize(1);
        assertThat(samples(api)).isEqualTo(before + 1);
    }

    @Test
    void rolesFieldsAndExportsAreMadeOnce() {
        Map<String, Object> role =
                Map.of("name", "once", "label", "一次", "objects", Map.of("sample", Map.of("read", "own")));
        Api roles = admin();
        same(roles.post("/roles", role).expect(201), roles.post("/roles", role));
        Map<String, Object> object = Map.of("name", "thing", "label", Map.of("zh-CN", "东西", "en", "Thing"));
        Api shaping = admin();
        same(shaping.post("/meta/objects", object).expect(201), shaping.post("/meta/objects", object));
        Map<String, Object> export = Map.of("object", "sample", "format", "csv");
        Api exports = admin();
        same(exports.post("/exports", export).expect(202), exports.post("/exports", export));
        exports.post("/exports", Map.of("object", "card", "format", "csv")).refused(422, "idempotency.key_reused");
    }

    @Test
    void verbsAreDoneOnceAndSoIsTheHandOver() {
        Api api = admin();
        String lead = tenant.admin().post("/records/lead", Map.of("name", "王芳")).text("id");
        Map<String, Object> why = Map.of("reason", "no_need");
        Answer first = api.post("/records/lead/" + lead + "/disqualify", why).expect(200);
        same(first, api.post("/records/lead/" + lead + "/disqualify", why));
        assertThat(tenant.admin().get("/records/lead/" + lead).at("version").asLong())
                .isEqualTo(first.at("version").asLong());

        RecordId leaving = tenant.person("leaving", "sales");
        tenant.as("leaving").post("/records/lead", Map.of("name", "李强")).expect(201);
        Map<String, Object> to = Map.of("to", tenant.person("heir", "sales").toString());
        Api handing = admin();
        Answer given =
                handing.post("/records/user/" + leaving + "/hand_over", to).expect(200);
        assertThat(given.at("/handed_over/lead").asLong()).isEqualTo(1);
        same(given, handing.post("/records/user/" + leaving + "/hand_over", to));
    }

    @Test
    void aSecretIsShownOnceAndKeptNowhere() {
        Api api = admin();
        Map<String, Object> wanted = Map.of("name", "bot", "scopes", List.of("records:read"));
        Answer first = api.post("/tokens", wanted).expect(201);

        Answer second = api.post("/tokens", wanted).refused(409, "idempotency.secret_once");

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.raw()).doesNotContain(first.text("token"));
        long bots = tenant.admin()
                .get("/tokens")
                .at("items")
                .valueStream()
                .filter(token -> token.at("/name").asString().equals("bot"))
                .count();
        assertThat(bots).isEqualTo(1);
        List<byte[]> kept = sql.select(BODY)
                .from(DSL.table(DSL.name(tenant.tenant().schema(), "idempotency")))
                .fetch(BODY);
        assertThat(kept).isNotEmpty().noneMatch(body -> new String(body, UTF_8).contains(first.text("token")));
    }

    @Test
    void aPasswordIsSetOnceAlthoughTheOldOneIsWrongThen() {
        RecordId sun = tenant.person("sun", "sales");
        Api api = tenant.as("sun").header(KEY, "password");
        String path = "/users/" + sun + "/password";
        Map<String, Object> wanted = Map.of("password", "another horse 43", "current", TestTenant.PASSWORD);

        api.post(path, wanted).expect(204);
        Api again =
                tenants.api().signIn(tenant.name(), "sun", "another horse 43").header(KEY, "password");

        again.post(path, wanted).expect(204);
        again.post(path, Map.of("password", "third horse 44", "current", "another horse 43"))
                .refused(422, "idempotency.key_reused");
    }

    @Test
    void aCompanyIsFoundedOnce() {
        Api operator = tenants.main().as("operator", "admin").header(KEY, "k" + RecordId.next());
        Map<String, Object> wanted = Map.of(
                "name", "founded_once",
                "label", "一次公司",
                "admin", Map.of("login", "boss", "password", TestTenant.PASSWORD));
        same(operator.post("/tenants", wanted).expect(201), operator.post("/tenants", wanted));
    }

    @Test
    void readingsAndSignInsAreJustDoneAgain() {
        Api api = admin();
        api.post("/records/sample/query", Map.of()).expect(200);
        tenant.admin().post("/records/sample", Map.of("name", "später")).expect(201);
        api.post("/records/sample/query", Map.of("limit", 1)).expect(200);
        Api signing = tenants.api().header(KEY, "sign-in");
        signing.trySignIn(tenant.name(), "admin", TestTenant.PASSWORD).expect(200);
        signing.trySignIn(tenant.name(), "admin", "wrong").expect(401);
    }

    @Test
    void aKeyIsNotALetter() {
        tenant.admin()
                .header(KEY, "x".repeat(300))
                .post("/records/sample", Map.of("name", "a"))
                .refused(400, "idempotency.key_too_long");
    }
}
