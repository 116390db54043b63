package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The fields of an object come in the order in which the company put them. */
@HemaiTest
class FieldOrderTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private static List<String> names(Answer object) {
        return object.expect(200).at("fields").findValuesAsString("name");
    }

    private Answer order(String object, String... fields) {
        return admin.patch("/meta/objects/" + object, Map.of("order", Arrays.asList(fields)));
    }

    private void field(String object, String name) {
        admin.post(
                        "/meta/objects/" + object + "/fields",
                        Map.of("name", name, "type", "text", "label", Map.of("en", name)))
                .expect(201);
    }

    @Test
    void deliveredAndOwnFieldsComeAsTheyWerePut() {
        field("sample", "motto");

        Answer ordered = order("sample", "grade", "c_motto", "name");

        assertThat(names(ordered)).startsWith("grade", "c_motto", "name");
        assertThat(ordered.at("arranged").asBoolean()).isTrue();
        assertThat(names(admin.get("/meta/objects/sample"))).startsWith("grade", "c_motto", "name");
        assertThat(names(tenants.fresh().admin().get("/meta/objects/sample"))).doesNotContain("c_motto");
    }

    @Test
    void everyFieldIsStillThereAndReadsAndWritesAsBefore() {
        List<String> before = names(admin.get("/meta/objects/sample"));
        String id = admin.post("/records/sample", Map.of("name", "甲", "grade", "low"))
                .expect(201)
                .text("id");

        List<String> after = names(order("sample", before.reversed().toArray(String[]::new)));

        assertThat(after).isEqualTo(before.reversed());
        Answer record = admin.get("/records/sample/" + id).expect(200);
        assertThat(record.text("grade")).isEqualTo("low");
        admin.header("If-Match", record.header("ETag"))
                .patch("/records/sample/" + id, Map.of("name", "乙", "grade", "high"))
                .expect(200);
        admin.without("If-Match");
        assertThat(admin.get("/records/sample/" + id).text("name")).isEqualTo("乙");
    }

    @Test
    void fieldsOfWhichNothingIsSaidComeLast() {
        order("sample", "grade").expect(200);
        field("sample", "later");

        List<String> names = names(admin.get("/meta/objects/sample"));

        assertThat(names).first().isEqualTo("grade");
        assertThat(names).last().isEqualTo("c_later");
    }

    @Test
    void ownObjectsAreOrderedToo() {
        admin.post("/meta/objects", Map.of("name", "plant", "label", Map.of("en", "Plant")))
                .expect(201);
        field("c_plant", "city");

        assertThat(names(order("c_plant", "c_city", "name"))).startsWith("c_city", "name");
    }

    @Test
    void usualOrderComesBack() {
        List<String> before = names(admin.get("/meta/objects/sample"));
        order("sample", "grade").expect(200);
        Map<String, Object> usual = new HashMap<>();
        usual.put("order", null);

        Answer after = admin.patch("/meta/objects/sample", usual);

        assertThat(names(after)).isEqualTo(before);
        assertThat(after.at("arranged").asBoolean()).isFalse();
    }

    @Test
    void unknownFieldsAreNamedAndNothingIsKept() {
        List<String> before = names(admin.get("/meta/objects/sample"));

        Answer refused = order("sample", "grade", "nothing", "never").refused(400, "meta.unknown_field");
        assertThat(refused.at("errors").findValuesAsString("field")).containsExactly("order", "order");
        admin.patch("/meta/objects/sample", Map.of("order", "grade")).expect(400);

        assertThat(names(admin.get("/meta/objects/sample"))).isEqualTo(before);
    }

    @Test
    void onlyWhoShapesOrders() {
        tenant.as("viewer", "viewer")
                .patch("/meta/objects/sample", Map.of("order", List.of("grade")))
                .refused(403, "access.not_permitted");
    }
}
