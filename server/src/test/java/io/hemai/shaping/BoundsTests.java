package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.records.transfer.Upload;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The least and the most that numbers may be, in the fields of a company and in delivered ones. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private Answer field(String name, String type, Map<String, Object> settings) {
        Map<String, Object> wanted =
                new LinkedHashMap<>(Map.of("name", name, "type", type, "label", Map.of("en", name)));
        wanted.putAll(settings);
        return admin.post("/meta/objects/sample/fields", wanted);
    }

    private Answer sample(String field, Object value) {
        return admin.post("/records/sample", Map.of("name", "界限", "c_" + field, value));
    }

    private Answer changed(String path, Map<String, Object> values) {
        admin.header("If-Match", admin.get(path).expect(200).header("ETag"));
        Answer answer = admin.patch(path, values);
        admin.without("If-Match");
        return answer;
    }

    @Test
    void bothBoundsAreIncludedForEveryTypeOfNumber() {
        for (String type : List.of("integer", "decimal", "percent", "money")) {
            String name = "within_" + type;
            Answer made = field(name, type, Map.of("min", -2, "max", "10")).expect(201);
            assertThat(made.at("/settings/min").asString()).as(made.raw()).isEqualTo("-2");
            assertThat(made.at("/settings/max").asString()).isEqualTo("10");
            sample(name, -2).expect(201);
            sample(name, 10).expect(201);
            Answer below = sample(name, -3).refused(422, "value.too_small");
            assertThat(below.text("/errors/0/field")).isEqualTo("c_" + name);
            assertThat(below.raw()).contains("-2");
            sample(name, 11).refused(422, "value.too_large");
        }
    }

    @Test
    void whatStandsBeyondNewBoundsStaysReadableAndMayBeLookedFor() {
        field("narrowed", "integer", Map.of()).expect(201);
        String id = sample("narrowed", -5).expect(201).text("id");
        admin.patch("/meta/objects/sample/fields/c_narrowed", Map.of("min", 0)).expect(200);

        Answer found = admin.post(
                        "/records/sample/query",
                        Map.of("filter", Map.of("field", "c_narrowed", "op", "le", "value", -5)))
                .expect(200);
        assertThat(found.text("/items/0/id")).isEqualTo(id);
        assertThat(changed("/records/sample/" + id, Map.of("name", "改名"))
                        .expect(200)
                        .at("/c_narrowed")
                        .asInt())
                .isEqualTo(-5);
        assertThat(admin.get("/records/sample/" + id + "/history").expect(200).raw())
                .contains("-5");
        changed("/records/sample/" + id, Map.of("c_narrowed", -6)).refused(422, "value.too_small");
    }

    @Test
    void boundsThatCannotBeAreRefused() {
        field("crossed", "decimal", Map.of("min", 2, "max", 1)).refused(422, "meta.invalid_setting");
        field("wordy", "money", Map.of("min", "much")).refused(422, "value.not_a_number");
        field("starting", "integer", Map.of("min", 1, "default", 0)).refused(422, "value.too_small");
    }

    @Test
    void deliveredAmountsAndCountsAreNotNegative() throws InterruptedException {
        admin.post("/records/lead", Map.of("name", "负数", "employees", -3, "expected_amount", "-9"))
                .refused(422, "value.too_small");
        admin.post("/records/opportunity", Map.of("name", "负数", "amount", "-0.01"))
                .refused(422, "value.too_small");
        String lead = admin.post("/records/lead", Map.of("name", "负数", "company", "南通负数有限公司"))
                .expect(201)
                .text("id");
        Answer refused = admin.post("/records/lead/" + lead + "/convert", Map.of("amount", -5))
                .refused(422, "value.too_small");
        assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
        assertThat(admin.get("/records/lead/" + lead).text("status")).isEqualTo("new");

        Answer done = Upload.of("lead", "name,company,employees\n甲,泰州甲有限公司,-1\n乙,泰州乙有限公司,0\n")
                .done(admin);
        assertThat(done.at("/created").asInt()).as(done.raw()).isEqualTo(1);
        Answer errors = admin.get("/imports/" + done.text("id") + "/errors.csv").expect(200);
        assertThat(errors.raw()).contains("不能小于 0", "employees", "-1");
    }
}
