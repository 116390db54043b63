package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.records.transfer.Bulk;
import io.hemai.records.transfer.Upload;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An administrator says under which conditions records are refused. */
class RulesTests extends FormulaCompany {
    private static final String RULES = META + "/rules";

    private static Map<String, Object> asked(String formula, Map<String, Object> more) {
        Map<String, Object> rule = new HashMap<>(
                Map.of("name", "a rule", "formula", formula, "message", Map.of("zh-CN", "数量太大", "en", "Too many")));
        rule.putAll(more);
        return rule;
    }

    private Answer add(String formula, Map<String, Object> more) {
        return admin.post(RULES, asked(formula, more));
    }

    private String added(String formula) {
        return add(formula, Map.of("field", "size")).expect(201).text("/id");
    }

    @AfterEach
    void withoutRules() {
        admin.get(RULES).expect(200).at("/items").forEach(rule -> {
            admin.header("If-Match", "\"" + rule.at("/version").asLong() + "\"");
            admin.delete(RULES + "/" + rule.at("/id").asString()).expect(204);
            admin.without("If-Match");
        });
    }

    @Test
    void refuseNewRecordsAndChanges() {
        added("size > 10");
        Answer refused = admin.speaking("en").post(RECORDS, Map.of("name", "x", "size", 11));
        refused(refused, 422, "size", "record.rule");
        assertThat(refused.text("/errors/0/message")).isEqualTo("Too many");
        assertThat(admin.speaking("zh-CN")
                        .post(RECORDS, Map.of("name", "x", "size", 11))
                        .text("/errors/0/message"))
                .isEqualTo("数量太大");
        String id = sample(Map.of("size", 10));
        refused(change(RECORDS + "/" + id, Map.of("size", 12)), 422, "size", "record.rule");
        change(RECORDS + "/" + id, Map.of("size", 9)).expect(200);
    }

    @Test
    void areNotForWhatHemaiOrAPersonKeeps() {
        for (String object : List.of("notification", "approval", "flow")) {
            admin.post(
                            "/meta/objects/" + object + "/rules",
                            Map.of("name", "none", "formula", "TRUE", "message", Map.of("zh-CN", "不", "en", "no")))
                    .refused(422, "meta.no_rules_here");
        }
    }

    @Test
    void areToldTogetherWithWhatElseIsWrong() {
        added("size > 10");
        add("ratio < 0", Map.of()).expect(201);
        Answer refused = admin.post(RECORDS, Map.of("size", 11, "ratio", "-1", "day", "nonsense"));
        assertThat(refused.expect(422)
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/field").asString("") + " "
                                + error.at("/code").asString()))
                .contains("name record.required", "size record.rule", " record.rule")
                .hasSize(4);
    }

    @Test
    void holdUpNoOtherWorkOnWhatStands() {
        String id = sample(Map.of("size", 99));
        added("size > 10");
        change(RECORDS + "/" + id, Map.of("note", "something else")).expect(200);
        refused(change(RECORDS + "/" + id, Map.of("size", 98)), 422, "size", "record.rule");
        String path = RECORDS + "/" + id;
        admin.header("If-Match", admin.get(path).header("ETag")).delete(path).expect(204);
        admin.without("If-Match");
        admin.post(path + "/restore", Map.of()).expect(200);
    }

    @Test
    void holdForEveryWayOfWriting() throws InterruptedException {
        added("size > 10");
        Answer batch = admin.post(
                RECORDS + "/batch",
                Map.of(
                        "atomic",
                        false,
                        "create",
                        List.of(Map.of("name", "a", "size", 1), Map.of("name", "b", "size", 11))));
        assertThat(batch.expect(200).at("/results/0/status").asInt()).isEqualTo(201);
        assertThat(batch.text("/results/1/errors/0/code")).isEqualTo("record.rule");
        Answer imported = Upload.of("sample", "name,size\nc,1\nd,11\n").done(admin.speaking("en"));
        assertThat(imported.at("/created").asInt()).as(imported.raw()).isEqualTo(1);
        assertThat(imported.text("/problems/0/code")).as(imported.raw()).isEqualTo("record.rule");
        Answer bulk = Bulk.ids("sample", List.of(sample(Map.of("size", 3))))
                .set("size", 12)
                .done(admin);
        assertThat(bulk.at("/updated").asInt()).as(bulk.raw()).isZero();
        assertThat(bulk.at("/failed").asInt()).as(bulk.raw()).isEqualTo(1);
    }

    @Test
    void lookOverLinksInOneStatement() {
        String big = sample(Map.of("name", "big", "size", 50));
        String small = sample(Map.of("name", "small", "size", 5));
        add("parent.size > 10 & \"\" = \"TRUE\"", Map.of()).expect(422);
        add("parent.size > 10", Map.of("field", "parent")).expect(201);
        refused(admin.post(RECORDS, Map.of("name", "x", "parent", big)), 422, "parent", "record.rule");
        String id = sample(Map.of("parent", small));
        refused(change(RECORDS + "/" + id, Map.of("parent", big)), 422, "parent", "record.rule");
        add("parent.parent.size > 3", Map.of("field", "parent")).expect(201);
        refused(admin.post(RECORDS, Map.of("name", "x", "parent", id)), 422, "parent", "record.rule");
    }

    @Test
    void mayAskWhatFormulasWorkOut() {
        String field = added("twice", "size * 2");
        added(field + " > 10");
        refused(admin.post(RECORDS, Map.of("name", "x", "size", 6)), 422, "size", "record.rule");
        sample(Map.of("size", 5));
        admin.delete(FIELDS + "/" + field).refused(409, "meta.in_use");
        withoutRules();
        admin.delete(FIELDS + "/" + field).expect(204);
    }

    @Test
    void areChangedByWhoSawThem() {
        String id = added("size > 10");
        String path = RULES + "/" + id;
        admin.patch(path, Map.of("active", false)).refused(428, "meta.rule_version_required");
        admin.header("If-Match", "\"7\"");
        admin.patch(path, Map.of("active", false)).refused(412, "meta.rule_stale");
        admin.header("If-Match", "\"1\"");
        Answer changed = admin.patch(path, Map.of("active", false)).expect(200);
        admin.without("If-Match");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        sample(Map.of("size", 11));
        admin.header("If-Match", "\"2\"");
        admin.patch(path, Map.of("active", true, "formula", "size > 20")).expect(200);
        admin.delete(RULES + "/nothing").refused(404, "meta.no_rule");
        admin.without("If-Match");
        sample(Map.of("size", 11));
        refused(admin.post(RECORDS, Map.of("name", "x", "size", 21)), 422, "size", "record.rule");
    }

    @Test
    void sayWhatIsWrongWithThem() {
        refused(add("size + 1", Map.of()), 422, "formula", "formula.not_a_condition");
        refused(add("COUNT(children) > 1", Map.of()), 422, "formula", "formula.other_records");
        refused(add("nothing", Map.of()), 422, "formula", "formula.unknown_field");
        refused(add("size > 1", Map.of("field", "nothing")), 400, "field", "meta.unknown_field");
        refused(add("size > 1", Map.of("message", Map.of())), 422, "message", "meta.label_missing");
        refused(add("size > 1", Map.of("more", 1)), 400, "more", "request.unknown_property");
        company.as("somebody", "sales").get(RULES).refused(403, "access.not_permitted");
        company.having("blinder", Map.of("sample", Map.of("read", "all")), Map.of("sample.note", "hidden"));
        refused(add("ISBLANK(note)", Map.of()), 422, "consent", "meta.consent_needed");
        add("ISBLANK(note)", Map.of("consent", true, "active", false)).expect(201);
    }

    @Test
    void editorsAskWhetherFormulasAreSound() {
        Api editor = admin;
        JsonNode good = editor.post(META + "/formula", Map.of("formula", "parent.size*2"))
                .expect(200)
                .body();
        assertThat(good.at("/type").asString()).isEqualTo("number");
        assertThat(good.at("/field_type").asString()).isEqualTo("decimal");
        assertThat(good.at("/printed").asString()).isEqualTo("parent.size * 2");
        assertThat(good.at("/reads").toString()).isEqualTo("[\"sample.parent\",\"sample.size\"]");
        JsonNode bad = editor.post(META + "/formula", Map.of("formula", "size + nothing"))
                .expect(200)
                .body();
        assertThat(bad.at("/errors/0/code").asString()).isEqualTo("formula.unknown_field");
        assertThat(bad.at("/errors/0/start").asInt()).isEqualTo(7);
        assertThat(bad.at("/errors/0/end").asInt()).isEqualTo(14);
        List<String> names = new ArrayList<>();
        editor.get("/meta/formula_functions")
                .expect(200)
                .at("/items")
                .forEach(function -> names.add(function.at("/name").asString()));
        assertThat(names).contains("IF", "ROUND", "SUM");
    }
}
