package io.hemai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What roles say of fields and objects that are deleted holds again when they come back, whatever was saved meanwhile. */
@HemaiTest
class RolesWhileAwayTests {
    private static final String FIELD = "/meta/objects/sample/fields/c_salary";
    private static final Map<String, Object> MATCHING =
            Map.of("and", List.of(Map.of("field", "c_salary", "op", "eq", "value", "9000")));

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private void addSalary() {
        admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "salary", "type", "text", "label", Map.of("en", "Salary")))
                .expect(201);
    }

    private Api person(Map<String, Object> objects, Map<String, String> fields) {
        admin.post("/roles", Map.of("name", "clerk", "label", "clerk", "objects", objects, "fields", fields))
                .expect(201);
        return tenant.as("clerk", "clerk");
    }

    private Map<String, Object> read() {
        Map<String, Object> role = new LinkedHashMap<>();
        admin.get("/roles/clerk").expect(200).body().properties().forEach(e -> role.put(e.getKey(), e.getValue()));
        role.put("label", "renamed");
        return role;
    }

    private void save(Map<String, Object> role) {
        admin.put("/roles/clerk", role).expect(200);
    }

    @Test
    void aHiddenFieldComesBackHidden() {
        addSalary();
        Api clerk = person(Map.of("sample", Map.of("read", "all")), Map.of("sample.c_salary", "hidden"));
        String path = "/records/sample/"
                + admin.post("/records/sample", Map.of("name", "x", "c_salary", "9000"))
                        .expect(201)
                        .text("id");
        admin.delete(FIELD).expect(204);

        save(read());
        save(Map.of("label", "as if it never was", "objects", Map.of("sample", Map.of("read", "all"))));
        admin.post(FIELD + "/restore", Map.of()).expect(200);

        assertThat(clerk.get(path).expect(200).raw()).doesNotContain("9000");
        assertThat(admin.get("/roles/clerk").text("/fields/sample.c_salary")).isEqualTo("hidden");
        save(Map.of("objects", Map.of("sample", Map.of("read", "all"))));
        assertThat(clerk.get(path).expect(200).text("c_salary")).isEqualTo("9000");
    }

    @Test
    void aClosedObjectComesBackClosed() {
        admin.post("/meta/objects", Map.of("name", "secret", "label", Map.of("en", "Secret")))
                .expect(201);
        String path = "/records/c_secret/"
                + admin.post("/records/c_secret", Map.of("name", "x"))
                        .expect(201)
                        .text("id");
        Api clerk = person(Map.of("*", Map.of("read", "all"), "c_secret", Map.of("read", "none")), Map.of());
        admin.delete("/meta/objects/c_secret").expect(204);

        save(read());
        save(Map.of("objects", Map.of("*", Map.of("read", "all"))));
        admin.post("/meta/objects/c_secret/restore", Map.of()).expect(200);

        clerk.get(path).expect(404);
        save(Map.of("objects", Map.of("*", Map.of("read", "all"))));
        clerk.get(path).expect(200);
    }

    @Test
    void aFilterByAFieldReachesNothingUntilItComesBack() {
        addSalary();
        String path = "/records/sample/"
                + admin.post("/records/sample", Map.of("name", "x", "c_salary", "9000"))
                        .expect(201)
                        .text("id");
        Api clerk = person(Map.of("sample", Map.of("read", MATCHING)), Map.of());
        clerk.get(path).expect(200);
        admin.delete(FIELD).expect(204);
        clerk.get(path).expect(404);
        clerk.get("/records/sample").expect(404);

        save(read());
        clerk.get(path).expect(404);
        admin.put("/roles/clerk", Map.of("objects", Map.of("account", Map.of("read", MATCHING))))
                .refused(400, "record.unknown_field");
        admin.post(FIELD + "/restore", Map.of()).expect(200);

        clerk.get(path).expect(200);
    }
}
