package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.records.transfer.Bulk;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An administrator adds fields that nobody fills in, since formulas work them out. */
class FormulaFieldsTests extends FormulaCompany {
    @Test
    void standInColumnsOfTheirOwn() {
        String before = sample(Map.of("name", "before", "ratio", "10"));
        String field = added("tenth", "ratio * 0.1");
        String after = sample(Map.of("name", "after", "ratio", "30"));

        assertThat(read(before).text("/" + field)).isEqualTo("1.00");
        assertThat(read(before).text("/version")).isEqualTo("1");
        assertThat(read(after).text("/" + field)).isEqualTo("3.00");
        change(RECORDS + "/" + after, Map.of("ratio", "50")).expect(200);
        assertThat(read(after).text("/" + field)).isEqualTo("5.00");

        Answer found = admin.post(
                RECORDS + "/query",
                Map.of(
                        "filter",
                        Map.of("field", field, "op", "gt", "value", "0"),
                        "sort",
                        List.of("-" + field),
                        "fields",
                        List.of("name", field)));
        assertThat(names(found.expect(200).at("/items").valueStream().toList())).isEqualTo("after before");
        Answer report = admin.post(
                "/reports/run",
                Map.of(
                        "object",
                        "sample",
                        "filter",
                        Map.of("field", field, "op", "not_empty"),
                        "measures",
                        List.of(Map.of("fn", "sum", "field", field, "name", "all"))));
        assertThat(report.expect(200).text("/total/0")).startsWith("6");
    }

    @Test
    void areOfTheTypeOfTheirAnswer() {
        Map<String, String> types = new HashMap<>();
        Map.of(
                        "t_money", "amount * 0.9",
                        "t_text", "name & \"!\"",
                        "t_truth", "size > 3",
                        "t_date", "day + 7",
                        "t_moment", "ADD_DAYS(moment, 1)",
                        "t_number", "LEN(name)")
                .forEach((name, formula) ->
                        types.put(name, add(name, formula, Map.of()).expect(201).text("/type")));
        assertThat(types)
                .containsEntry("t_money", "money")
                .containsEntry("t_text", "text")
                .containsEntry("t_truth", "boolean")
                .containsEntry("t_date", "date")
                .containsEntry("t_moment", "datetime")
                .containsEntry("t_number", "decimal");
        awaitReady();
        String id = sample(
                Map.of("name", "x", "size", 4, "amount", "100", "day", "2026-01-30", "moment", "2026-01-31T08:00:00Z"));
        JsonNode record = read(id).body();
        assertThat(record.at("/c_t_money").toString()).isEqualTo("{\"amount\":\"90.00\",\"currency\":\"CNY\"}");
        assertThat(record.at("/c_t_text").asString()).isEqualTo("x!");
        assertThat(record.at("/c_t_truth").asBoolean()).isTrue();
        assertThat(record.at("/c_t_date").asString()).isEqualTo("2026-02-06");
        assertThat(record.at("/c_t_moment").asString()).startsWith("2026-02-01T");
        assertThat(record.at("/c_t_number").asString()).isEqualTo("1.00");
    }

    @Test
    void holdAsManyPlacesAsTheyAreToldTo() {
        String field = add("third", "ratio / 3", Map.of("scale", 4)).expect(201).text("/name");
        awaitReady();
        String id = sample(Map.of("ratio", "2"));
        assertThat(read(id).text("/" + field)).isEqualTo("0.6667");
        admin.patch(FIELDS + "/" + field, Map.of("scale", 1)).expect(200);
        awaitReady();
        assertThat(read(id).text("/" + field)).isEqualTo("0.7");
    }

    @Test
    void areFilledInByNobody() {
        String field = added("closed", "size + 1");
        refused(admin.post(RECORDS, Map.of("name", "x", field, "3")), 422, field, "record.worked_out");
        assertThat(field(field).at("/read_only").asBoolean()).isTrue();
        assertThat(field(field).at("/computed").asBoolean()).isTrue();
        assertThat(field(field).at("/formula").asString()).isEqualTo("size + 1");
        for (String flag : List.of("required", "unique", "searchable", "phase")) {
            refused(add("other", "size", Map.of(flag, true)), 422, flag, "meta.not_of_formula");
        }
        refused(add("other", "size", Map.of("default", "3")), 422, "default", "meta.not_of_formula");
    }

    @Test
    void sayWhatIsWrongAndWhere() {
        Answer wrong = add("wrong", "size + nothing", Map.of());
        refused(wrong, 422, "formula", "formula.unknown_field");
        assertThat(wrong.at("/spans").toString()).isEqualTo("[{\"start\":7,\"end\":14}]");
        Answer clock = add("wrong", "day - TODAY()", Map.of());
        refused(clock, 422, "formula", "formula.by_the_clock");
        assertThat(clock.at("/spans").toString()).isEqualTo("[{\"start\":6,\"end\":13}]");
        refused(add("wrong", "parent.size", Map.of()), 422, "formula", "formula.other_record");
        refused(add("wrong", "COUNT(children)", Map.of()), 422, "formula", "formula.other_records");
        refused(add("wrong", "labels", Map.of()), 422, "formula", "formula.nothing_holds");
        refused(add("wrong", "parent", Map.of()), 422, "formula", "formula.nothing_holds");
        refused(add("wrong", "c_wrong + 1", Map.of()), 422, "formula", "formula.unknown_field");
    }

    @Test
    void mayUseEachOtherButNotInCircles() {
        String one = added("ring_one", "size + 1");
        String two = added("ring_two", one + " * 2");
        String three = added("ring_three", two + " & \"\"");
        String id = sample(Map.of("size", 4));
        assertThat(read(id).text("/" + two)).isEqualTo("10.00");
        assertThat(read(id).text("/" + three)).isEqualTo("10");

        Answer circle = admin.patch(FIELDS + "/" + one, Map.of("formula", "NUMBER(" + three + ")"));
        refused(circle, 422, "formula", "formula.in_circles");
        assertThat(circle.text("/detail")).contains(one).contains(two).contains(three);

        long version = read(id).at("/version").asLong();
        admin.patch(FIELDS + "/" + one, Map.of("formula", "size + 2")).expect(200);
        awaitReady();
        assertThat(read(id).text("/" + three)).isEqualTo("12");
        assertThat(read(id).at("/version").asLong()).isEqualTo(version);
        refused(admin.patch(FIELDS + "/" + one, Map.of("formula", "name")), 422, "formula", "formula.other_answer");
    }

    @Test
    void keepWhatTheyReadFromBeingDeleted() {
        admin.post(FIELDS, Map.of("name", "base", "type", "integer", "label", Map.of("en", "Base")))
                .expect(201);
        String field = added("upon", "c_base * 2");
        assertThat(admin.delete(FIELDS + "/c_base").refused(409, "meta.in_use").text("/detail"))
                .contains("sample." + field);
        String id = sample(Map.of("c_base", 4));
        admin.delete(FIELDS + "/" + field).expect(204);
        change(RECORDS + "/" + id, Map.of("c_base", 5)).expect(200);
        admin.post(FIELDS + "/" + field + "/restore", Map.of()).expect(200);
        awaitReady();
        assertThat(read(id).text("/" + field)).isEqualTo("10.00");
    }

    @Test
    void tellWhatIsHiddenOnlyByConsent() {
        Api seller = company.having(
                "blind",
                Map.of("sample", Map.of("read", "all")),
                Map.of("sample.code", "hidden", "sample.note", "masked"));
        Answer asked = add("told", "code & note & name", Map.of());
        refused(asked, 422, "consent", "meta.consent_needed");
        assertThat(asked.text("/detail")).contains("code").contains("note").doesNotContain("name");
        String field = add("told", "code & note & name", Map.of("consent", true))
                .expect(201)
                .text("/name");
        awaitReady();
        refused(admin.patch(FIELDS + "/" + field, Map.of("formula", "code")), 422, "consent", "meta.consent_needed");
        assertThat(seller.get(META).expect(200).raw()).contains("c_told").doesNotContain("code & note");
    }

    @Test
    void holdNothingUpThatIsTakenBack() throws InterruptedException {
        String field = added("back", "size + 1");
        String id = sample(Map.of("size", 1));
        Answer done = Bulk.ids("sample", List.of(id)).set("size", 5).done(admin);
        admin.patch(FIELDS + "/" + field, Map.of("formula", "size + 2")).expect(200);
        awaitReady();
        assertThat(read(id).text("/" + field)).isEqualTo("7.00");
        Answer undone = Bulk.undone(admin, "/bulk/" + done.text("id"));
        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(read(id).text("/" + field)).isEqualTo("3.00");
    }

    @Test
    void areExportedAsTheyStand() {
        String field = added("exported", "size * 100");
        sample(Map.of("name", "exported", "size", 77));
        String path = "/exports/"
                + admin.post("/exports", Map.of("object", "sample", "fields", List.of("name", field), "format", "csv"))
                        .expect(202)
                        .text("id");
        await().atMost(PATIENCE).until(() -> admin.get(path).text("status").equals("done"));
        assertThat(new String(admin.download(path + "/file"), StandardCharsets.UTF_8))
                .contains("exported,7700.00");
    }
}
