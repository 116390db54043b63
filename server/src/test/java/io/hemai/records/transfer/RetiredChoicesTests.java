package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A choice that is no longer in use stays where it stands and is not chosen anew. */
@HemaiTest
class RetiredChoicesTests {
    @Autowired
    TestTenants tenants;

    private Api admin;

    @BeforeEach
    void company() {
        admin = tenants.fresh().admin();
        field("size", "choice");
        field("needs", "multi_choice");
    }

    private void field(String name, String type) {
        admin.post("/meta/objects/lead/fields", definition(name, type, true)).expect(201);
    }

    private static Map<String, Object> definition(String name, String type, boolean active) {
        return Map.of("name", name, "type", type, "label", Map.of("zh-CN", name), "choices", choices(active));
    }

    private static List<Map<String, Object>> choices(boolean active) {
        return List.of(choice("small", active), choice("large", true));
    }

    private static Map<String, Object> choice(String code, boolean active) {
        return Map.of("code", code, "label", Map.of("zh-CN", code.equals("small") ? "小" : "大"), "active", active);
    }

    private void retire(String field) {
        admin.patch("/meta/objects/lead/fields/c_" + field, Map.of("choices", choices(false)))
                .expect(200);
    }

    private Answer lead(Map<String, Object> values) {
        return admin.post("/records/lead?duplicates=allow", values);
    }

    private Answer change(Answer lead, Map<String, Object> values) {
        Answer now = admin.get("/records/lead/" + lead.text("id")).expect(200);
        return admin.header("If-Match", "\"" + now.at("/version").asInt() + "\"")
                .patch("/records/lead/" + lead.text("id"), values);
    }

    @Test
    void staysAndIsNotChosenAnew() {
        Answer old = lead(Map.of("name", "甲", "c_size", "small")).expect(201);
        retire("size");

        change(old, Map.of("title", "经理", "c_size", "small")).expect(200);
        Answer refused = lead(Map.of("name", "乙", "c_size", "small")).refused(422, "value.retired_choice");
        assertThat(refused.text("/errors/0/message")).isEqualTo("“小”已停用，不能再选。可选：大（large）。");
        change(old, Map.of("c_size", "large")).expect(200);
        change(old, Map.of("c_size", "small")).expect(422);
    }

    @Test
    void staysAmongSeveral() {
        Answer old = lead(Map.of("name", "甲", "c_needs", List.of("small"))).expect(201);
        Answer other = lead(Map.of("name", "乙")).expect(201);
        retire("needs");

        change(old, Map.of("c_needs", List.of("small", "large"))).expect(200);
        change(other, Map.of("c_needs", List.of("small", "large"))).expect(422);
    }

    @Test
    void isNoDefault() {
        admin.patch("/meta/objects/lead/fields/c_size", Map.of("default", "small"))
                .expect(200);
        Answer refused = admin.patch("/meta/objects/lead/fields/c_size", Map.of("choices", choices(false)))
                .refused(422, "value.retired_choice");
        assertThat(refused.text("/errors/0/field")).isEqualTo("default");
    }

    @Test
    void comesBackByUndo() throws InterruptedException {
        Answer old = lead(Map.of("name", "甲", "c_size", "small")).expect(201);
        String id = old.text("id");
        Answer done = Bulk.ids("lead", List.of(id)).set("c_size", "large").done(admin);
        retire("size");

        Bulk.undone(admin, "/bulk/" + done.text("id"));
        assertThat(admin.get("/records/lead/" + id).text("c_size")).isEqualTo("small");
    }
}
