package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What steps of flows do, over the API. */
class FlowStepTests extends FlowCompany {
    private static Map<String, Object> step(String kind, Map<String, Object> input) {
        return Map.of("do", kind, "input", input);
    }

    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    @Test
    void aRecordIsMadeThatLeadsToTheOneOfTheFlow() {
        String flow = published(
                "account",
                CREATED,
                when("name", "新客户建商机"),
                step("create", Map.of("object", "opportunity", "set", Map.of("name", "首单"), "link", "account")),
                step(
                        "create",
                        Map.of("object", "activity", "set", Map.of("subject", "欢迎", "kind", "call"), "link", "about")));
        String account = admin.post("/records/account", Map.of("name", "新客户建商机"))
                .expect(201)
                .text("id");

        JsonNode run = ended(flow, 1).get(0);

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        JsonNode deals = made("opportunity", "account", account);
        assertThat(deals.findValuesAsString("name")).containsExactly("首单");
        assertThat(made("activity", "account", account)).hasSize(1);
    }

    private JsonNode made(String object, String link, String id) {
        return admin.post("/records/" + object + "/query", Map.of("filter", when(link, id)))
                .expect(200)
                .at("/items");
    }

    @Test
    void peopleAreToldInTheirOwnRightsAndOncePerRun() {
        String boss = company.person("tellboss", "sales_manager").toString();
        String owner = company.person("tellowner", "sales").toString();
        String stranger = company.person("tellstranger", "sales").toString();
        patch("/records/user/" + owner, Map.of("manager", boss));
        Map<String, Object> notice = Map.of(
                "to", List.of("owner", "owner", "manager", stranger),
                "title", "{{name}} 需要跟进",
                "body", "电话 {{ phone }}，负责人 {{owner}}，{{nothing");
        String flow = published("account", CREATED, when("name", "要提醒的客户"), step("notify", notice));
        admin.post("/records/account", Map.of("name", "要提醒的客户", "phone", "021-55556666", "owner", owner))
                .expect(201);

        JsonNode run = ended(flow, 1).get(0);

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        JsonNode told = told("tellowner");
        assertThat(told.findValuesAsString("name")).containsExactly("要提醒的客户 需要跟进");
        assertThat(told.at("/0/body").asString()).startsWith("电话 ").contains("负责人 tellowner", "{{nothing");
        assertThat(told("tellstranger")).isEmpty();
    }

    private JsonNode told(String login) {
        return company.as(login)
                .post("/records/notification/query", Map.of("filter", when("kind", "flow")))
                .expect(200)
                .at("/items");
    }

    @Test
    void whatCannotBeToldIsRefusedWhenItIsDrawn() {
        Map<String, Object> bad = Map.of("to", List.of("somebody"), "title", "{{no_such_field}}");
        Answer refused = drawn("account", CREATED, Map.of(), List.of(step("notify", bad)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors").findValuesAsString("code"))
                .contains("flow.unknown_person", "flow.unknown_field");
        assertThat(drawn("account", CREATED, Map.of(), List.of(step("notify", Map.of())))
                        .at("/errors")
                        .findValuesAsString("code"))
                .contains("request.missing");
    }

    @Test
    void manyRunsOfAStepAreOneNotice() {
        String owner = company.person("tellmany", "sales").toString();
        String flow = published(
                "account",
                CREATED,
                Map.of("field", "name", "op", "starts_with", "value", "成批"),
                step("notify", Map.of("to", List.of("owner"), "title", "{{name}} 来了")));
        List<Map<String, Object>> many = IntStream.range(0, 40)
                .mapToObj(i -> Map.<String, Object>of("name", "成批 " + i, "owner", owner))
                .toList();
        admin.post("/records/account/batch", Map.of("create", many)).expect(200);
        await().atMost(PATIENCE).until(() -> runs(flow).size() == 40);
        ended(flow, 40);

        JsonNode told = told("tellmany");
        long all = told.valueStream()
                .mapToLong(each -> each.path("count").asLong())
                .sum();
        assertThat(told.size()).isLessThanOrEqualTo(3);
        assertThat(all).isEqualTo(40);
    }

    @Test
    void aVerbIsDoneAsPeopleDoIt() {
        String owner = company.person("verb", "sales").toString();
        String flow = published(
                "lead",
                CREATED,
                when("name", "分给人"),
                step("verb", Map.of("verb", "assign", "input", Map.of("owner", owner))));
        String lead =
                admin.post("/records/lead", Map.of("name", "分给人")).expect(201).text("id");

        JsonNode run = ended(flow, 1).get(0);

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        assertThat(admin.get("/records/lead/" + lead).text("/owner/id")).isEqualTo(owner);
        JsonNode told = admin.get("/records/lead/" + lead + "/history").at("/items/0");
        assertThat(told.at("/actor/kind").asString()).isEqualTo("flow");
    }

    @Test
    void aSplitGivesEachWayItsShare() {
        String flow = published(
                "sample",
                CREATED,
                when("note", "split"),
                Map.of(
                        "do",
                        "split",
                        "input",
                        Map.of("shares", List.of(50, 50, 0)),
                        "ways",
                        List.of(
                                way("one", Map.of("and", List.of()), update(Map.of("size", 1))),
                                way("other", Map.of("and", List.of()), update(Map.of("size", 2))),
                                way("never", Map.of("and", List.of()), update(Map.of("size", 3))))));
        List<Map<String, Object>> many = IntStream.range(0, 60)
                .mapToObj(i -> Map.<String, Object>of("name", "split " + i, "note", "split"))
                .toList();
        admin.post("/records/sample/batch", Map.of("create", many)).expect(200);
        await().atMost(PATIENCE).until(() -> runs(flow).size() == 50);
        await().atMost(PATIENCE).until(() -> count(1) + count(2) == 60);

        assertThat(count(1)).isBetween(10, 50);
        assertThat(count(3)).isZero();
    }

    private int count(int size) {
        return admin.post(
                        "/records/sample/query",
                        Map.of(
                                "filter",
                                Map.of("and", List.of(when("note", "split"), when("size", size))),
                                "limit",
                                200))
                .expect(200)
                .at("/items")
                .size();
    }

    @Test
    void aRunWaitsUntilTheTimeThatTheRecordTells() {
        Instant now = clock.instant();
        String flow = published(
                "sample",
                CREATED,
                when("note", "until"),
                step("wait", Map.of("until", "moment", "minutes", -10)),
                update(Map.of("flag", true)));
        String id = sample(Map.of(
                "note", "until", "moment", now.plus(Duration.ofMinutes(25)).toString()));
        String empty = sample(Map.of("note", "until"));

        await().atMost(PATIENCE).until(() -> read(empty).at("flag").asBoolean());
        clock.advance(Duration.ofMinutes(12));
        assertThat(read(id).at("flag").isNull()).isTrue();
        clock.advance(Duration.ofMinutes(5));
        ended(flow, 2);

        assertThat(read(id).at("flag").asBoolean()).isTrue();
    }

    // --- bad input
    // -----------------------------------------------------------------------------------------------------

    @Test
    void whatStepsCannotDoIsToldWhenTheyAreDrawn() {
        Answer answer = drawn(
                "sample",
                Map.of("kind", "schedule", "input", Map.of("weekdays", List.of(9))),
                Map.of(),
                List.of(
                        step("create", Map.of("object", "nothing")),
                        step("create", Map.of("object", "lead", "set", Map.of("name", 3), "link", "owner")),
                        step("verb", Map.of("verb", "convert")),
                        step("wait", Map.of("until", "note")),
                        step("task", Map.of("subject", "x", "priority", "huge")),
                        Map.of(
                                "do",
                                "split",
                                "input",
                                Map.of("shares", List.of(60)),
                                "ways",
                                List.of(way("a", Map.of("and", List.of())), way("b", Map.of("and", List.of()))))));

        assertThat(answer.at("/errors").findValuesAsString("field"))
                .as(answer.raw())
                .contains(
                        "trigger.input.at",
                        "trigger.input.weekdays",
                        "steps[0].input.object",
                        "steps[1].input.link",
                        "steps[2].input.input",
                        "steps[3].input.until",
                        "steps[4].input.priority",
                        "steps[5].input.shares");
    }

    // --- what flows stand on
    // -------------------------------------------------------------------------------------------

    @Test
    void whatAFlowUsesIsNotDeleted() {
        String field = admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("type", "text", "label", Map.of("zh-CN", "等级", "en", "等级"), "name", "c_level"))
                .expect(201)
                .text("name");
        String other = admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("type", "text", "label", Map.of("zh-CN", "别的", "en", "别的"), "name", "c_other"))
                .expect(201)
                .text("name");
        String flow = published("sample", CREATED, when("parent." + field, "x"), update(Map.of("size", 1)));
        patch(
                "/records/flow/" + flow,
                Map.of("definition", Map.of("trigger", CREATED, "steps", List.of(update(Map.of("size", 2))))));

        Answer refused = admin.delete("/meta/objects/sample/fields/" + field);
        refused.refused(409, "meta.in_use");
        assertThat(refused.raw()).contains("flow of sample");
        admin.delete("/meta/objects/sample/fields/" + other).expect(204);
    }

    @Test
    void anObjectThatAFlowMakesRecordsOfIsNotDeleted() {
        String object = admin.post(
                        "/meta/objects", Map.of("label", Map.of("zh-CN", "回访", "en", "回访"), "name", "c_visit"))
                .expect(201)
                .text("name");
        String flow = drawn(
                        "sample",
                        CREATED,
                        Map.of(),
                        List.of(step("create", Map.of("object", object, "set", Map.of("name", "x")))))
                .expect(201)
                .text("id");

        admin.delete("/meta/objects/" + object).refused(409, "meta.in_use");

        String version = admin.get("/records/flow/" + flow).header("ETag");
        admin.header("If-Match", version).delete("/records/flow/" + flow).expect(204);
        admin.without("If-Match");
        admin.delete("/meta/objects/" + object).expect(204);
    }

    @Test
    void whoMayNotDoWhatAStepDoesDrawsNoSuchStep() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "drawer",
                                "label",
                                "drawer",
                                "objects",
                                Map.of("sample", Map.of("read", "all", "create", true, "update", "all")),
                                "fields",
                                Map.of("sample.note", "hidden"),
                                "admin",
                                List.of("meta")))
                .expect(201);
        Api drawer = company.as("drawer", "drawer");
        Map<String, Object> definition = Map.of(
                "trigger",
                Map.of("kind", "entered", "input", Map.of("field", "note", "values", List.of("x"))),
                "steps",
                List.of(step("create", Map.of("object", "lead", "set", Map.of("name", "x")))));

        Answer answer =
                drawer.post("/records/flow", Map.of("name", "gain", "object", "sample", "definition", definition));

        assertThat(answer.at("/errors").findValuesAsString("field"))
                .as(answer.raw())
                .containsExactlyInAnyOrder("trigger.input.field", "steps[0].input.object");
    }

    @Test
    void aFlowMakesNoFlowsAndAsksNothingThatItsAuthorMayNot() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "narrow",
                                "label",
                                "narrow",
                                "objects",
                                Map.of("opportunity", Map.of("read", "all", "create", true, "update", "all")),
                                "admin",
                                List.of("meta")))
                .expect(201);
        Api narrow = company.as("narrow", "narrow");
        Map<String, Object> definition = Map.of(
                "trigger",
                CREATED,
                "when",
                Map.of("field", "account.name", "op", "eq", "value", "x"),
                "steps",
                List.of(step("create", Map.of("object", "flow", "set", Map.of("name", "x")))));

        Answer answer =
                narrow.post("/records/flow", Map.of("name", "gain", "object", "opportunity", "definition", definition));

        assertThat(answer.at("/errors").findValuesAsString("code"))
                .as(answer.raw())
                .contains("flow.not_all_readable", "flow.unknown_object");
        String lead = drawn("lead", CREATED, Map.of(), List.of(update(Map.of("company", "x"))))
                .expect(201)
                .text("id");
        narrow.post("/records/flow/" + lead + "/publish", Map.of()).refused(422, "flow.beyond_rights");
        drawn("lead", CREATED, Map.of(), List.of(step("verb", Map.of("verb", "convert"))))
                .refused(422, "flow.not_for_flows");
    }

    @Test
    void twoSplitsInOneFlowChooseApart() {
        Map<String, Object> every = Map.of("and", List.of());
        String flow = published(
                "sample",
                CREATED,
                when("note", "twice"),
                Map.of(
                        "do",
                        "split",
                        "input",
                        Map.of("shares", List.of(50, 50)),
                        "ways",
                        List.of(
                                way("a", every, update(Map.of("size", 1))),
                                way("b", every, update(Map.of("size", 2))))),
                Map.of(
                        "do",
                        "split",
                        "input",
                        Map.of("shares", List.of(50, 50)),
                        "ways",
                        List.of(
                                way("a", every, update(Map.of("flag", true))),
                                way("b", every, update(Map.of("flag", false))))));
        List<Map<String, Object>> many = IntStream.range(0, 40)
                .mapToObj(i -> Map.<String, Object>of("name", "twice " + i, "note", "twice"))
                .toList();
        admin.post("/records/sample/batch", Map.of("create", many)).expect(200);
        ended(flow, 40);

        JsonNode all = admin.post("/records/sample/query", Map.of("filter", when("note", "twice"), "limit", 100))
                .at("/items");
        assertThat(all.valueStream()
                        .map(each ->
                                each.path("size").asString() + each.path("flag").asString())
                        .distinct())
                .hasSize(4);
    }
}
