package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company that works with formulas, and the words in which tests tell of them. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormulaCompany {
    static final String META = "/meta/objects/sample";
    static final String FIELDS = META + "/fields";
    static final String RECORDS = "/records/sample";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestTenants tenants;

    TestTenant company;
    Api admin;

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
    }

    static Map<String, Object> asked(String name, String formula, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(
                Map.of("name", name, "type", "formula", "label", Map.of("zh-CN", name), "formula", formula));
        field.putAll(more);
        return field;
    }

    Answer add(String name, String formula, Map<String, Object> more) {
        return admin.post(FIELDS, asked(name, formula, more));
    }

    /** Adds it and waits until all records have it. */
    String added(String name, String formula) {
        String field = add(name, formula, Map.of()).expect(201).text("/name");
        awaitReady();
        return field;
    }

    void awaitReady() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.get(META).expect(200).at("/pending").toString())
                        .isEqualTo("[]"));
    }

    JsonNode field(String name) {
        return admin.get(META)
                .expect(200)
                .at("/fields")
                .valueStream()
                .filter(field -> field.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String sample(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("name", "a sample");
        return admin.post(RECORDS, all).expect(201).text("/id");
    }

    Answer read(String id) {
        return admin.get(RECORDS + "/" + id).expect(200);
    }

    Answer change(String path, Map<String, Object> values) {
        admin.header("If-Match", admin.get(path).expect(200).header("ETag"));
        Answer answer = admin.patch(path, values);
        admin.without("If-Match");
        return answer;
    }

    static void refused(Answer answer, int status, String field, String code) {
        answer.expect(status);
        assertThat(answer.text("/errors/0/field")).as(answer.raw()).isEqualTo(field);
        assertThat(answer.text("/errors/0/code")).as(answer.raw()).isEqualTo(code);
    }

    static String names(List<JsonNode> items) {
        return String.join(
                " ", items.stream().map(item -> item.at("/name").asString()).toList());
    }
}
