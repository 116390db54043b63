package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Limits;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Questions over HTTP: what is told of links and masks, and where each limit lies. */
@HemaiTest
class QueryApiTests {
    private static final Map<String, Object> LEAF = Map.of("field", "size", "op", "empty");

    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext sql;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private String sample(Map<String, Object> values) {
        return admin.post("/records/sample", values).expect(201).text("id");
    }

    private static Answer ask(Api api, Map<String, Object> question) {
        return api.post("/records/sample/query", question);
    }

    private Answer filtered(Object filter) {
        return ask(admin, Map.of("filter", filter));
    }

    private static List<String> names(Answer answer) {
        return answer.expect(200)
                .at("/items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private void role(String name, Object read, Map<String, String> fields) {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                name,
                                "label",
                                name,
                                "objects",
                                Map.of("sample", Map.of("read", read, "create", true, "update", "all")),
                                "fields",
                                fields))
                .expect(201);
    }

    private static Object nested(int depth) {
        Object filter = LEAF;
        for (int i = 0; i < depth; i++) {
            filter = Map.of("not", filter);
        }
        return filter;
    }

    @Test
    void limitsAreToldWhereTheyAreCrossed() {
        filtered(nested(Limits.FILTER_DEPTH)).expect(200);
        filtered(nested(Limits.FILTER_DEPTH + 1)).refused(400, "filter.too_deep");
        List<Object> leaves = Collections.nCopies(Limits.FILTER_LEAVES, LEAF);
        filtered(Map.of("or", leaves)).expect(200);
        filtered(Map.of("and", List.of(Map.of("or", leaves), LEAF))).refused(400, "filter.too_large");
        filtered(Map.of("field", "size", "op", "in", "value", Collections.nCopies(Limits.IN_VALUES, 1)))
                .expect(200);
        filtered(Map.of("field", "size", "op", "in", "value", Collections.nCopies(Limits.IN_VALUES + 1, 1)))
                .refused(400, "filter.too_many_values");
        Object many = Map.of("field", "size", "op", "in", "value", Collections.nCopies(Limits.IN_VALUES, 1));
        filtered(Map.of("or", Collections.nCopies(Limits.FILTER_VALUES / Limits.IN_VALUES, many)))
                .expect(200);
        filtered(Map.of("or", Collections.nCopies(Limits.FILTER_VALUES / Limits.IN_VALUES + 1, many)))
                .refused(400, "filter.too_many_values");
        ask(admin, Map.of("fields", Collections.nCopies(Limits.PATHS, "name"))).expect(200);
        ask(admin, Map.of("fields", Collections.nCopies(Limits.PATHS + 1, "name")))
                .refused(400, "query.too_many_fields");
        filtered(Map.of("field", "parent.parent.parent.size", "op", "empty")).expect(200);
        filtered(Map.of("field", "parent.parent.parent.parent.size", "op", "empty"))
                .refused(400, "filter.too_many_hops");
        ask(admin, Map.of("limit", Limits.PAGE)).expect(200);
        ask(admin, Map.of("limit", Limits.PAGE + 1)).refused(400, "query.invalid_limit");
        ask(admin, Map.of("sort", List.of("name", "size", "-day"))).expect(200);
        ask(admin, Map.of("sort", List.of("name", "size", "-day", "flag"))).refused(400, "query.too_many_sort_keys");
    }

    @Test
    void whatIsNoTextInAnAddressIsUnreadable() {
        admin.get("/records/sample?sort=%ff").expect(400);
    }

    @Test
    void aCursorServesOnlyTheQuestionAndThePersonItIsFor() {
        for (int i = 0; i < 3; i++) {
            sample(Map.of("name", "第" + i, "size", i));
        }
        String next = ask(admin, Map.of("limit", 1, "sort", List.of("size"))).text("next");
        Map<String, Object> on = Map.of("limit", 1, "sort", List.of("size"), "after", next);
        assertThat(names(ask(admin, on))).containsExactly("第1");
        ask(tenant.as("other", "admin"), on).refused(400, "query.foreign_cursor");
        ask(tenants.fresh().admin(), on).refused(400, "query.foreign_cursor");
        ask(admin, Map.of("sort", List.of("-size"), "after", next)).refused(400, "query.foreign_cursor");
        for (String damaged : List.of("x", "%%%", next.substring(2), "W10", next + next)) {
            assertThat(ask(admin, Map.of("sort", List.of("size"), "after", damaged))
                            .expect(400)
                            .code())
                    .startsWith("query.");
        }
    }

    @Test
    void namesAreInTheOrderOfADictionary() {
        List<String> dictionary = List.of("阿里", "白云", "华东", "李明", "王芳", "西安", "先锋", "张三");
        List.of("先锋", "张三", "王芳", "阿里", "西安", "李明", "华东", "白云")
                .forEach(name -> sample(Map.of("name", name, "parent", sample(Map.of("name", name, "flag", true)))));
        Object children = Map.of("field", "flag", "op", "empty");
        assertThat(names(ask(admin, Map.of("filter", children, "sort", List.of("name")))))
                .isEqualTo(dictionary);
        assertThat(names(ask(admin, Map.of("filter", children, "sort", List.of("-name")))))
                .isEqualTo(dictionary.reversed());
        assertThat(names(ask(admin, Map.of("filter", children, "sort", List.of("-parent")))))
                .isEqualTo(dictionary.reversed());
        assertThat(names(ask(admin, Map.of("sort", List.of("-parent.name", "name"))))
                        .subList(0, 8))
                .isEqualTo(dictionary.reversed());
    }

    @Test
    void amountsOfAnotherCurrencyAreHeldAgainstTheirOwn() {
        admin.post("/records/exchange_rate", Map.of("currency", "USD", "valid_from", "2020-01-01", "rate", "7"))
                .expect(201);
        sample(Map.of("name", "十美元", "amount", Map.of("amount", "10", "currency", "USD")));
        sample(Map.of("name", "十元", "amount", "10"));
        sample(Map.of("name", "百元", "amount", "100"));
        assertThat(names(filtered(amount("ge", dollars("10"))))).containsExactly("十美元");
        assertThat(names(filtered(amount("lt", dollars("10"))))).isEmpty();
        assertThat(names(filtered(amount("ge", "70")))).containsExactlyInAnyOrder("百元", "十美元");
        assertThat(names(filtered(amount("between", List.of(dollars("5"), dollars("15"))))))
                .containsExactly("十美元");
        filtered(amount("between", List.of("5", dollars("15")))).refused(400, "filter.mixed_currencies");
        filtered(amount("between", List.of(dollars("5"), "15"))).refused(400, "filter.mixed_currencies");
    }

    private static Map<String, Object> amount(String op, Object value) {
        return Map.of("field", "amount", "op", op, "value", value);
    }

    private static Map<String, String> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    @Test
    void whatIsMaskedIsShownByAMaskAndSaysNoMore() {
        role("masked", "all", Map.of("sample.note", "masked", "sample.code", "hidden"));
        String id = sample(Map.of("name", "甲", "note", "walnut-4711", "code", "pecan-4711"));
        sample(Map.of("name", "乙"));
        Api person = tenant.as("somebody", "masked");
        String mask = person.get("/records/sample/" + id).expect(200).text("note");
        assertThat(mask).isNotBlank().doesNotContain("4711");
        Answer list = ask(person, Map.of("sort", List.of("-name")));
        assertThat(list.raw()).contains("\"note\":\"" + mask + "\"").doesNotContain("4711", "\"code\"");
        assertThat(names(ask(person, Map.of("filter", Map.of("field", "note", "op", "not_empty")))))
                .containsExactly("甲");
        assertThat(names(ask(person, Map.of("filter", Map.of("field", "note", "op", "empty")))))
                .containsExactly("乙");
        ask(person, Map.of("filter", Map.of("field", "note", "op", "eq", "value", "walnut-4711")))
                .refused(400, "filter.masked_field");
        ask(person, Map.of("sort", List.of("note"))).refused(400, "query.not_sortable");
        ask(person, Map.of("filter", Map.of("field", "code", "op", "empty"))).refused(400, "record.unknown_field");
        ask(person, Map.of("sort", List.of("code"))).refused(400, "record.unknown_field");
        person.header("If-Match", "\"1\"");
        person.patch("/records/sample/" + id, Map.of("note", mask)).refused(422, "record.mask_written");
    }

    @Test
    void aHiddenNameIsNoLabelAndNoOrder() {
        role("nameless", "all", Map.of("sample.name", "hidden"));
        role("veiled", "all", Map.of("sample.name", "masked"));
        String parent = sample(Map.of("name", "walnut-4711"));
        String child = sample(Map.of("name", "子", "parent", parent));
        Api nameless = tenant.as("nameless", "nameless");
        Api veiled = tenant.as("veiled", "veiled");
        assertThat(nameless.get("/records/sample/" + child).expect(200).at("/parent"))
                .isEqualTo(Api.JSON.valueToTree(Map.of("id", parent, "label", "")));
        assertThat(veiled.get("/records/sample/" + child)
                        .expect(200)
                        .at("/parent/label")
                        .asString())
                .isEqualTo("w***");
        for (Api person : List.of(nameless, veiled)) {
            ask(person, Map.of("sort", List.of("parent"))).refused(400, "query.not_sortable");
            Answer report = person.post(
                    "/reports/run",
                    Map.of(
                            "object", "sample",
                            "group_by", List.of(Map.of("field", "parent")),
                            "measures", List.of(Map.of("fn", "count"))));
            assertThat(report.expect(200).raw()).contains(parent).doesNotContain("4711");
        }
    }

    @Test
    void fieldsReachOverLinksAsFarAsThereIsSomethingToSee() {
        role("own", "own", Map.of());
        Api person = tenant.as("somebody", "own");
        String me = tenant.person("somebody").toString();
        String above = sample(Map.of("name", "上", "size", 7));
        String parent = sample(Map.of("name", "中", "parent", above, "owner", me));
        String child = sample(Map.of("name", "下", "parent", parent, "owner", me));
        Map<String, Object> question =
                Map.of("fields", List.of("name", "parent", "parent.parent", "parent.parent.size"));
        assertThat(ask(admin, question).at("/items/0").toString())
                .contains("\"parent.parent\":{\"id\":\"" + above + "\",\"label\":\"上\"}", "\"parent.parent.size\":7");
        JsonNode item = ask(person, question).at("/items/0");
        assertThat(item.path("id").asString()).isEqualTo(child);
        assertThat(item.path("parent").path("label").asString()).isEqualTo("中");
        assertThat(item.path("parent.parent").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(item.path("parent.parent.size").isNull()).isTrue();
    }

    @Test
    void whoHasNoDepartmentIsInNone() {
        role("mine", Map.of("field", "department", "op", "eq", "value", "$my_department"), Map.of());
        role("others", Map.of("field", "department", "op", "ne", "value", "$my_department"), Map.of());
        sample(Map.of("name", "无部门"));
        assertThat(names(ask(tenant.as("homeless", "mine"), Map.of()))).isEmpty();
        assertThat(names(ask(tenant.as("elsewhere", "others"), Map.of()))).containsExactly("无部门");
        for (String op : List.of("in", "eq")) {
            Object value = op.equals("in") ? List.of("$my_department") : "$my_department";
            assertThat(names(filtered(Map.of("field", "department", "op", op, "value", value))))
                    .isEmpty();
            assertThat(names(filtered(Map.of("not", Map.of("field", "department", "op", op, "value", value)))))
                    .containsExactly("无部门");
        }
        filtered(Map.of("field", "department", "op", "eq", "value", "$my_planet"))
                .refused(400, "filter.invalid_operand");
    }

    @Test
    void aFilterThatDoesNotFitIsToldWhatIsExpected() {
        assertThat(toldOf("size", "like", 1)).contains("eq, ne, lt").contains("within");
        assertThat(toldOf("size", "in", 1)).contains("“in”").contains("an array of values");
        assertThat(toldOf("size", "eq", "nope")).endsWith("Expected is a number.");
        assertThat(toldOf("day", "within", 7)).contains("this_week");
        assertThat(toldOf("day", "between", List.of("2026-01-01"))).contains("two values, [from, to]");
        assertThat(toldOf("name", "empty", 1)).endsWith("Expected is no value.");
    }

    private String toldOf(String field, String op, Object value) {
        return ask(admin.speaking("en"), Map.of("filter", Map.of("field", field, "op", op, "value", value)))
                .expect(400)
                .text("detail");
    }

    @Test
    void longListsAreEstimatedAndNotSortedOverLinks() {
        role("nearly_all", Map.of("field", "size", "op", "ge", "value", 1), Map.of());
        Api person = tenant.as("somebody", "nearly_all");
        sample(Map.of("name", "一个", "size", 0));
        int many = Limits.LINK_SORT_MATCHES + 1;
        sql.execute(
                "insert into {0} (id, version, name, size, created_at, updated_at)"
                        + " select gen_random_uuid(), 1, 'n', 1 + n % 100, now(), now() from generate_series(1, {1}) n",
                DSL.name(tenant.tenant().schema(), "sample"), DSL.inline(many));
        for (Api api : List.of(admin, person)) {
            Answer answer = ask(api, Map.of("count", "estimate", "limit", 1)).expect(200);
            assertThat(answer.at("/count/exact").asBoolean()).isFalse();
            assertThat(answer.at("/count/value").asLong()).isGreaterThan(10_000);
            ask(api, Map.of("sort", List.of("parent.size"))).refused(422, "query.link_sort_too_large");
            Map<String, Object> few = new HashMap<>(Map.of("sort", List.of("parent.size"), "count", "estimate"));
            few.put("filter", Map.of("field", "size", "op", "eq", "value", 7));
            answer = ask(api, few).expect(200);
            assertThat(answer.at("/count/exact").asBoolean()).isTrue();
            assertThat(answer.at("/count/value").asInt()).isEqualTo(many / 100);
        }
        assertThat(ask(person, Map.of("count", "exact", "limit", 1))
                        .at("/count/value")
                        .asInt())
                .isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({
        "ratio, 1E-999999999",
        "ratio, 1E+999999999",
        "size, 99999999999999999999",
        "day, +999999999-12-31",
        "moment, +999999999-12-31T00:00:00Z",
        "moment, -0001-01-01T00:00:00Z",
        "note, 'a\0b'"
    })
    void aCursorHoldsWhatAColumnCanHold(String field, String forged) {
        Map<String, Object> values =
                Map.of("ratio", "1.5", "size", 1, "day", "2026-01-31", "moment", "2026-01-31T08:00:00Z", "note", "n");
        sample(Map.of("name", "一", field, values.get(field)));
        sample(Map.of("name", "二", field, values.get(field)));
        Map<String, Object> question = Map.of("limit", 1, "sort", List.of(field));
        String next = ask(admin, question).expect(200).text("next");
        ArrayNode parts = (ArrayNode) Api.JSON.readTree(Base64.getUrlDecoder().decode(next));
        parts.set(2, forged);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(Api.JSON.writeValueAsBytes(parts));

        ask(admin, Map.of("limit", 1, "sort", List.of(field), "after", made)).refused(400, "query.invalid_cursor");
    }
}
