package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people are told of a value that a field does not take. */
@HemaiTest
class RefusedValueTests {
    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeEach
    void signIn() {
        api = tenants.fresh().admin();
    }

    private String told(String language, Map<String, Object> lead) {
        return api.speaking(language).post("/records/lead", lead).expect(422).text("/errors/0/message");
    }

    @Test
    void choicesAreCalledWhatPeopleCallThem() {
        Map<String, Object> lead = Map.of("name", "王芳", "status", "hot");
        assertThat(told("zh-CN", lead)).contains("可选：新线索（new）、跟进中（working）、已确认（qualified）");
        assertThat(told("en", lead)).contains("Possible are: New (new), Working (working), Qualified (qualified)");
    }

    @Test
    void noMoreThanTenChoicesAreNamed() {
        List<Map<String, String>> grades = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> Map.of("code", "g" + i))
                .toList();
        api.post(
                        "/meta/objects/lead/fields",
                        Map.of(
                                "name",
                                "grade",
                                "type",
                                "choice",
                                "label",
                                Map.of("zh-CN", "等级", "en", "Grade"),
                                "choices",
                                grades))
                .expect(201);
        Map<String, Object> lead = Map.of("name", "王芳", "c_grade", "x");
        assertThat(told("en", lead)).endsWith("Possible are: g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, ….");
        assertThat(told("zh-CN", lead)).endsWith("可选：g1、g2、g3、g4、g5、g6、g7、g8、g9、g10、…。");
    }

    private List<String> refused(String object, Map<String, Object> values) {
        return api.post("/records/" + object, values)
                .expect(422)
                .at("/errors")
                .valueStream()
                .map(error ->
                        error.get("field").asString() + " " + error.get("code").asString())
                .toList();
    }

    @Test
    void whatIsMissingIsToldTogetherWithWhatCannotBeRead() {
        assertThat(refused("lead", Map.of("status", "hot")))
                .containsExactlyInAnyOrder("status value.unknown_choice", "name record.required");
        assertThat(refused("opportunity", Map.of("probability", "much")))
                .containsExactlyInAnyOrder("probability value.not_a_number", "name record.required");
        assertThat(refused("opportunity_line", Map.of("quantity", "many")))
                .containsExactlyInAnyOrder("quantity value.not_a_number", "opportunity record.required");
        assertThat(refused("lead", Map.of("name", "x".repeat(5_000)))).containsExactly("name value.too_long");
    }

    @Test
    void whatIsGivenEmptyIsMissingAlthoughItHasAnInitialValue() {
        Map<String, Object> lead = new HashMap<>(Map.of("name", "王芳", "mobile", "61001234"));
        lead.put("status", null);
        assertThat(refused("lead", lead)).contains("status record.required").hasSize(2);
    }

    @Test
    void whatIsToBeWrittenIsShown() {
        assertThat(told("en", Map.of("name", "王芳", "website", "foo bar")))
                .isEqualTo("Character 4 cannot stand in a web address.");
        Api english = api.speaking("en");
        Map<String, Object> lead = Map.of("name", "王芳", "mobile", "13800138000");
        Answer made = english.post("/records/lead", lead).expect(201);
        assertThat(english.post("/records/lead", lead)
                        .refused(409, "record.duplicate")
                        .text("detail"))
                .as("told to people; programs find the parameter in the description of the API")
                .isEqualTo("This looks like a record that is there already. Use that one, or save this one anyway.");
        String path = "/records/lead/" + made.text("id");
        assertThat(english.header("If-Match", "1")
                        .patch(path, Map.of("name", "x"))
                        .refused(400, "record.invalid_version")
                        .text("detail"))
                .contains("If-Match: \"1\"");
        assertThat(english.without("If-Match")
                        .post(path + "/convert", Map.of("close_date", "31.1.2027"))
                        .refused(422, "value.not_a_date")
                        .text("detail"))
                .isEqualTo("“31.1.2027” is not a date that can be read. Write it as 2026-01-31.");
        assertThat(english.post("/meta/objects/lead/fields", Map.of("name", "x", "type", "text", "label", "X"))
                        .refused(400, "value.wrong_type")
                        .text("detail"))
                .contains("“zh-CN” and “en”");
    }

    @Test
    void aMobileNumberIsNoLandline() {
        assertThat(told("en", Map.of("name", "王芳", "mobile", "61001234")))
                .isEqualTo("A mobile number has 11 digits, for example 138 0013 8000.");
        assertThat(told("zh-CN", Map.of("name", "王芳", "mobile", "61001234"))).isEqualTo("手机号应为 11 位，例如 138 0013 8000。");
        assertThat(told("en", Map.of("name", "王芳", "phone", "61001234"))).contains("area code");
    }
}
