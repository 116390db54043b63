package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.Departments;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.RoleChanges;
import io.hemai.access.ScopeFilters;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@HemaiTest
@Import(HistoryTests.People.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    RoleChanges roles;

    @Autowired
    People people;

    private TestTenant tenant;
    private Api admin;
    private Api clerk;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        tenant.run(() -> Acting.run(
                new SystemIdentity("test", "a test"),
                () -> roles.create(Map.of(
                        "name",
                        "clerk",
                        "label",
                        Map.of("zh-CN", "文员", "en", "Clerk"),
                        "objects",
                        Map.of("sample", Map.of("read", "own", "create", true, "update", "own", "delete", "own")),
                        "fields",
                        Map.of("sample.note", "hidden", "sample.code", "masked")))));
        people.give(tenant.person("admin"), "admin");
        people.give(tenant.person("clerk"), "clerk");
        admin = tenant.admin();
        clerk = tenant.as("clerk");
    }

    private String sample(Map<String, Object> values) {
        return admin.post("/records/sample", values).expect(201).text("id");
    }

    @Test
    void aHistoryTellsWhoChangedWhatNewestFirst() {
        String parent = sample(Map.of("name", "母公司"));
        String id = sample(Map.of("name", "甲", "size", 1));
        admin.header("If-Match", "\"1\"");
        admin.patch("/records/sample/" + id, Map.of("size", 2, "parent", parent))
                .expect(200);
        admin.without("If-Match");

        Answer history = admin.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.at("/items").size()).isEqualTo(2);
        assertThat(history.text("/items/0/actor/kind")).isEqualTo("user");
        assertThat(history.text("/items/0/actor/id"))
                .isEqualTo(tenant.person("admin").toString());
        assertThat(history.at("/items/0/changes").toString())
                .contains("{\"field\":\"size\",\"before\":1,\"after\":2}")
                .contains("\"after\":{\"id\":\"" + parent + "\",\"label\":\"母公司\"}");
        assertThat(history.text("/items/1/act")).isEqualTo("created");
        assertThat(history.at("/next").isNull()).isTrue();
    }

    @Test
    void aHistoryIsPaged() {
        String id = sample(Map.of("name", "页"));
        for (int version = 1; version <= 3; version++) {
            admin.header("If-Match", "\"" + version + "\"");
            admin.patch("/records/sample/" + id, Map.of("size", version)).expect(200);
            admin.without("If-Match");
        }
        Answer first = admin.get("/records/sample/" + id + "/history?limit=3").expect(200);
        Answer second = admin.get("/records/sample/" + id + "/history?limit=3&after=" + first.text("next"))
                .expect(200);
        assertThat(first.at("/items").size()).isEqualTo(3);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.text("/items/0/act")).isEqualTo("created");
        admin.get("/records/sample/" + id + "/history?after=x").refused(400, "query.invalid_cursor");
    }

    @Test
    void aHistoryKeepsToTheRightsOfItsReader() {
        String foreign = sample(Map.of("name", "别人的"));
        String id = sample(Map.of(
                "name", "自己的",
                "note", "secret note",
                "code", "secret code",
                "parent", foreign,
                "owner", tenant.person("clerk").toString()));
        Answer history = clerk.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.raw())
                .contains("自己的")
                .contains("\"field\":\"code\"")
                .contains("\"after\":{\"hidden\":true}")
                .doesNotContain("secret", "note", "别人的", foreign);

        admin.header("If-Match", "\"1\"");
        admin.patch("/records/sample/" + id, Map.of("note", "another")).expect(200);
        admin.without("If-Match");
        assertThat(clerk.get("/records/sample/" + id + "/history")
                        .expect(200)
                        .at("/items")
                        .size())
                .isEqualTo(1);
        clerk.get("/records/sample/" + foreign + "/history").refused(404, "record.not_found");
    }

    @Test
    void theHistoryOfADeletedRecordIsForThoseWhoMayRestoreIt() {
        String id = sample(Map.of("name", "删"));
        admin.header("If-Match", "\"1\"");
        admin.delete("/records/sample/" + id).expect(204);
        admin.without("If-Match");
        Answer history = admin.get("/records/sample/" + id + "/history").expect(200);
        assertThat(history.text("/items/0/act")).isEqualTo("deleted");
        clerk.get("/records/sample/" + id + "/history").refused(404, "record.not_found");
    }

    /** Gives people of the test roles without records of them. */
    @TestConfiguration(proxyBeanMethods = false)
    @Primary
    static class People implements PeopleSource, ScopeFilters {
        private final Map<RecordId, String> roles = new ConcurrentHashMap<>();

        void give(RecordId user, String role) {
            roles.put(user, role);
        }

        @Override
        public Optional<Person> person(RecordId user) {
            return Optional.ofNullable(roles.get(user))
                    .map(role -> new Person(user, "somebody", null, Set.of(role), true, null));
        }

        @Override
        public Departments departments() {
            return new Departments(List.of());
        }

        @Override
        public long holders(String role) {
            return 1;
        }

        @Override
        public Filter read(ObjectType type, Map<String, @Nullable Object> json) {
            return Filter.all();
        }

        @Override
        public void check(ObjectType type, Filter filter) {
            // this test's roles have no filters of their own
        }
    }
}
