package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The small numbers beside a menu; that they keep to everybody's rights is checked with the other ways of reading. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsTests {
    private static final Map<String, Object> LEADS = Map.of("object", "lead");
    private static final Map<String, Object> MINE =
            Map.of("object", "lead", "filter", Map.of("field", "owner", "op", "eq", "value", "$me"));

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        for (String name : List.of("王芳", "李雷", "韩梅梅")) {
            admin.post("/records/lead", Map.of("name", name)).expect(201);
        }
    }

    @Test
    void severalQuestionsAreAnsweredInTheirOrder() {
        var answer = admin.post("/counts", Map.of("of", List.of(Map.of("object", "account"), LEADS, MINE)))
                .expect(200);

        assertThat(answer.at("/counts").valueStream().map(c -> c.path("value").asInt()))
                .containsExactly(0, 3, 3);
    }

    @Test
    void moreThanItIsWorthIsNotCounted() {
        var answer =
                admin.post("/counts", Map.of("of", List.of(LEADS), "up_to", 2)).expect(200);

        assertThat(answer.at("/counts/0/value").asInt()).isEqualTo(2);
        assertThat(answer.at("/counts/0/exact").asBoolean()).isFalse();
        assertThat(admin.post("/counts", Map.of("of", List.of(LEADS), "up_to", 3))
                        .at("/counts/0/exact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoReadsNothingOfAnObjectIsToldThatThereIsNone() {
        admin.post(
                        "/roles",
                        Map.of("name", "guest", "label", "guest", "objects", Map.of("lead", Map.of("read", "none"))))
                .expect(201);

        tenant.as("guest", "guest")
                .post("/counts", Map.of("of", List.of(LEADS)))
                .refused(404, "record.unknown_object");
    }

    @Test
    void questionsAreFewAndWhole() {
        admin.post("/counts", Map.of("of", Collections.nCopies(11, LEADS))).refused(400, "counts.too_many");
        admin.post("/counts", Map.of("of", List.of(LEADS), "up_to", 0)).refused(400, "counts.invalid_up_to");
        admin.post("/counts", Map.of("of", List.of(LEADS), "up_to", 1001)).refused(400, "counts.invalid_up_to");
        admin.post("/counts", Map.of()).refused(400, "request.missing");
        admin.post("/counts", Map.of("of", List.of("lead"))).refused(400, "request.wrong_type");
        admin.post("/counts", Map.of("of", List.of(Map.of("object", "lead", "sort", "name"))))
                .refused(400, "request.unknown_property");
        admin.post("/counts", Map.of("of", List.of(Map.of("filter", Map.of())))).refused(400, "request.wrong_type");
    }
}
