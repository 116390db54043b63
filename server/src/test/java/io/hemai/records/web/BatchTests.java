package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Many changes in one request, all of them or row by row. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTests {
    private static final int MOST = 10_000;

    @Autowired
    TestTenants tenants;

    private Api admin;

    @BeforeAll
    void company() {
        admin = tenants.fresh().admin();
    }

    private String made(String name) {
        return admin.post("/records/sample", Map.of("name", name)).expect(201).text("id");
    }

    private Answer batch(Map<String, Object> body) {
        return admin.post("/records/sample/batch", body);
    }

    private static Map<String, Object> at(String id, int version) {
        return Map.of("id", id, "version", version);
    }

    @Test
    void theResultsStandInTheOrderGiven() {
        String changed = made("改");
        String gone = made("删");

        Answer done = batch(Map.of(
                        "create", List.of(Map.of("name", "甲"), Map.of("name", "乙")),
                        "update", List.of(Map.of("id", changed, "version", 1, "name", "改过")),
                        "delete", List.of(at(gone, 1))))
                .expect(200);

        assertThat(done.at("results").valueStream().map(r -> r.at("/status").asInt()))
                .containsExactly(201, 201, 200, 204);
        assertThat(admin.get("/records/sample/" + done.text("/results/1/id")).text("name"))
                .isEqualTo("乙");
        assertThat(done.text("/results/2/id")).isEqualTo(changed);
        assertThat(done.at("/results/2/version").asLong()).isEqualTo(2);
        admin.get("/records/sample/" + gone).expect(404);
    }

    @Test
    void oneBadRowStopsAllAndIsNamedByItsPlace() {
        String standing = made("原样");

        Answer refused = batch(Map.of(
                        "create", List.of(Map.of("name", "批量甲"), Map.of("name", "")),
                        "update", List.of(Map.of("id", standing, "version", 1, "name", ""))))
                .expect(422);

        assertThat(refused.at("errors").valueStream().map(e -> e.at("/index").asInt()))
                .containsExactly(1, 2);
        assertThat(refused.text("/errors/0/field")).isEqualTo("name");
        assertThat(admin.get("/records/sample/" + standing).text("name")).isEqualTo("原样");
        assertThat(admin.post(
                                "/records/sample/query",
                                Map.of("filter", Map.of("field", "name", "op", "eq", "value", "批量甲")))
                        .at("items")
                        .size())
                .isZero();
    }

    @Test
    void aBatchOfOneNamesThePlaceToo() {
        assertThat(batch(Map.of("create", List.of(Map.of("name", ""))))
                        .expect(422)
                        .at("/errors/0/index")
                        .isInt())
                .isTrue();
    }

    @Test
    void rowByRowWhatIsSoundIsDone() {
        String stale = made("旧版本");
        batch(Map.of("create", List.of(Map.of("name", "占用", "code", "taken")))).expect(200);

        Answer done = batch(Map.of(
                        "atomic",
                        false,
                        "create",
                        List.of(Map.of("name", "好"), Map.of("name", ""), Map.of("name", "重", "code", "taken")),
                        "update",
                        List.of(Map.of("id", stale, "version", 7, "name", "晚了"))))
                .expect(200);

        assertThat(done.at("results").valueStream().map(r -> r.at("/status").asInt()))
                .containsExactly(201, 422, 409, 412);
        assertThat(done.text("/results/1/errors/0/code")).isEqualTo("record.required");
        assertThat(done.text("/results/2/errors/0/field")).isEqualTo("code");
        admin.get("/records/sample/" + done.text("/results/0/id")).expect(200);
    }

    @Test
    void moreThanTenThousandAreTooMany() {
        batch(Map.of("create", Collections.nCopies(MOST + 1, Map.of("name", "多"))))
                .refused(400, "batch.too_large");
    }

    @Test
    void nothingIsChangedTwiceOrUnseen() {
        String one = made("一");
        batch(Map.of("update", List.of(Map.of("id", one, "version", 1, "name", "二")), "delete", List.of(at(one, 1))))
                .refused(400, "batch.same_record_twice");
        batch(Map.of("update", List.of(Map.of("id", one, "name", "二")))).refused(428, "record.version_required");
        batch(Map.of("delete", List.of(Map.of("id", one)))).refused(428, "record.version_required");
        batch(Map.of("update", List.of(Map.of("id", one, "version", 9, "name", "二"))))
                .refused(412, "record.stale");
    }
}
