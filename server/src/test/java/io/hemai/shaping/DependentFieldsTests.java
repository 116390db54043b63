package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.custom.MetaPurge;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An administrator says on which other choice of a record it depends what a field offers. */
@HemaiTest
class DependentFieldsTests {
    private static final String SAMPLE = "/meta/objects/sample";
    private static final String FIELDS = SAMPLE + "/fields";

    @Autowired
    TestTenants tenants;

    @Autowired
    MetaPurge purge;

    @Autowired
    DSLContext db;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        add("line", "choice", Map.of("choices", List.of("hard", "soft"))).expect(201);
        add("product", "choice", dependent("c_line", "hard")).expect(201);
    }

    private Answer add(String name, String type, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(Map.of("name", name, "type", type, "label", Map.of("zh-CN", name)));
        field.putAll(more);
        return admin.post(FIELDS, field);
    }

    private static Map<String, Object> dependent(String on, String when) {
        return Map.of("depends_on", on, "choices", choices(when));
    }

    private static List<Object> choices(String when) {
        return List.of(Map.of("code", "router", "when", List.of(when)), "help");
    }

    private Answer change(String field, Map<String, Object> changes) {
        return admin.patch(FIELDS + "/" + field, changes);
    }

    private JsonNode field(String name) {
        return admin.get(SAMPLE)
                .expect(200)
                .at("/fields")
                .valueStream()
                .filter(field -> field.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Answer answer, int status, String field, String code) {
        answer.expect(status);
        assertThat(answer.text("/errors/0/field")).as(answer.raw()).isEqualTo(field);
        assertThat(answer.text("/errors/0/code")).as(answer.raw()).isEqualTo(code);
    }

    @Test
    void isToldAsItIsSet() {
        JsonNode product = field("c_product");
        assertThat(product.at("/depends_on").asString()).isEqualTo("c_line");
        assertThat(product.at("/choices/0/when").toString()).isEqualTo("[\"hard\"]");
        assertThat(product.at("/choices/1/when").isMissingNode()).isTrue();
        assertThat(product.at("/settings/depends_on").isMissingNode()).isTrue();
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(add("a", "choice", dependent("c_nothing", "hard")), 400, "depends_on", "meta.unknown_field");
        refused(add("a", "choice", dependent("c_a", "router")), 422, "depends_on", "meta.depends_in_ring");
        refused(change("c_line", Map.of("depends_on", "c_product")), 422, "depends_on", "meta.depends_in_ring");
        refused(add("a", "choice", dependent("note", "hard")), 422, "depends_on", "meta.not_single_choice");
        refused(add("a", "choice", dependent("labels", "hard")), 422, "depends_on", "meta.not_single_choice");
        refused(add("a", "choice", dependent("c_line", "wood")), 422, "choices", "meta.unknown_when");
        refused(add("a", "choice", Map.of("choices", choices("hard"))), 422, "choices", "meta.when_alone");
        refused(change("source", Map.of("depends_on", "c_nothing")), 400, "depends_on", "meta.unknown_field");
        refused(change("source", Map.of("choices", choices("hard"))), 422, "choices", "meta.when_alone");
        refused(change("note", Map.of("depends_on", "c_line")), 400, "depends_on", "request.unknown_property");
        refused(add("a", "text", Map.of("depends_on", "c_line")), 400, "depends_on", "request.unknown_property");
        refused(
                add("a", "choice", Map.of("choices", List.of(Map.of("code", "x", "when", "hard")))),
                422,
                "choices",
                "meta.invalid_setting");
        add("needs", "multi_choice", Map.of("choices", List.of("router"))).expect(201);
        refused(add("a", "choice", dependent("c_needs", "router")), 422, "depends_on", "meta.not_single_choice");
    }

    @Test
    void ringsAreFoundAlsoOverWhatIsAway() {
        add("part", "choice", dependent("c_product", "router")).expect(201);
        refused(change("c_line", Map.of("depends_on", "c_part")), 422, "depends_on", "meta.depends_in_ring");
        admin.delete(FIELDS + "/c_product").expect(204);
        refused(change("c_line", Map.of("depends_on", "c_part")), 422, "depends_on", "meta.depends_in_ring");
    }

    @Test
    void endsWhenThatIsSaid() {
        change("c_product", Collections.singletonMap("depends_on", null)).expect(200);
        assertThat(field("c_product").toString()).doesNotContain("depends_on", "when");

        change(
                        "source",
                        Map.of(
                                "depends_on",
                                "c_line",
                                "choices",
                                List.of(Map.of("code", "web", "when", List.of("soft")))))
                .expect(200);
        assertThat(field("source").at("/choices/0/when/0").asString()).isEqualTo("soft");
        change("source", Collections.singletonMap("depends_on", null)).expect(200);
        assertThat(field("source").toString()).doesNotContain("depends_on", "\"when\"");
    }

    @Test
    void codesThatAreTakenAwayStayWhereTheyWereSaid() {
        change("c_line", Map.of("choices", List.of("soft"))).expect(200);
        change("c_product", Map.of("label", Map.of("zh-CN", "产品"))).expect(200);
        assertThat(field("c_product").at("/choices/0/when").toString()).isEqualTo("[\"hard\"]");
        change("c_product", Map.of("choices", choices("hard"))).expect(200);
        refused(add("a", "choice", dependent("c_line", "hard")), 422, "choices", "meta.unknown_when");
    }

    @Test
    void restsWhileTheFieldIsAwayAndEndsWithIt() {
        admin.delete(FIELDS + "/c_line").expect(204);
        assertThat(field("c_product").at("/depends_on").asString()).isEqualTo("c_line");
        change("c_product", Map.of("help", Map.of("en", "What they want"))).expect(200);
        refused(add("a", "choice", dependent("c_line", "hard")), 400, "depends_on", "meta.unknown_field");

        db.execute("update " + tenant.tenant().schema()
                + ".meta_field set deleted_at = deleted_at - interval '31 days' where name = 'c_line'");
        purge.run(tenant.tenant());

        assertThat(field("c_product").toString()).doesNotContain("depends_on", "\"when\"");
        add("line", "choice", Map.of("choices", List.of("hard", "soft"))).expect(201);
        admin.post("/records/sample", Map.of("name", "甲", "c_product", "router"))
                .expect(201);
    }
}
