package io.hemai.records.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.Wording;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What can be done with records is in meta, with what it asks for. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerbMetaTests {
    /** Texts that become no field, and what becomes of them. */
    private static final Map<String, String> NO_FIELD = Map.of(
            "verb.lead.release.reason", "is why in the history of the lead",
            "verb.approval_task.approve.content", "is compared with what is approved",
            "verb.approval_task.refuse.content", "is compared with what is approved",
            "verb.approval_task.send_back.step", "is a step of the flow",
            "verb.send_mail.body", "is rich text, whose words become the body of the activity");

    @Autowired
    List<Verb<?, ?>> verbs;

    @Autowired
    Wording wording;

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
    }

    @Test
    void everyVerbAndInputHasItsWordsInBothLanguages() {
        List<String> keys = new ArrayList<>();
        verbs.forEach(verb -> {
            keys.add(verb.key());
            inputs(verb.key(), verb.input(), keys);
        });
        assertThat(keys).contains("verb.assign", "verb.share.with.department", "verb.lead.convert.close_date");
        assertThat(keys).allMatch(wording::has);
    }

    @Test
    void everyTextNamesTheFieldThatItBecomes() {
        List<String> free = new ArrayList<>();
        verbs.forEach(verb -> {
            for (RecordComponent component : verb.input().getRecordComponents()) {
                Asked asked = component.getAnnotation(Asked.class);
                if (asked != null && !asked.like().isEmpty()) {
                    assertThat(isField(verb, asked.like()))
                            .as(verb.key() + " " + asked.like())
                            .isTrue();
                } else if (component.getType() == String.class && (asked == null || asked.choices().length == 0)) {
                    free.add(verb.key() + "." + InputForms.name(component));
                }
            }
        });
        assertThat(free).containsExactlyInAnyOrderElementsOf(NO_FIELD.keySet());
    }

    private boolean isField(Verb<?, ?> verb, String like) {
        String of = verb.object().equals("*") ? "lead" : verb.object();
        String[] path = (like.contains(".") ? like : of + "." + like).split("\\.");
        return tenant.admin()
                .get("/meta/objects/" + path[0])
                .expect(200)
                .at("fields")
                .valueStream()
                .anyMatch(field -> field.at("/name").asString().equals(path[1]));
    }

    private static void inputs(String key, Class<?> input, List<String> keys) {
        for (RecordComponent component : input.getRecordComponents()) {
            String name =
                    key + "." + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            keys.add(name);
            Asked asked = component.getAnnotation(Asked.class);
            if (asked != null) {
                List.of(asked.choices()).forEach(code -> keys.add(name + "." + code));
            }
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> each
                    && each.getName().contains("$")) {
                inputs(name, each, keys);
            }
        }
    }

    @Test
    void anObjectSaysWhatCanBeDoneWithIt() {
        Answer lead = tenant.as("sales", "sales").get("/meta/objects/lead").expect(200);

        JsonNode convert = verb(lead, "convert");
        assertThat(convert.at("/label/zh-CN").asString()).isEqualTo("转为客户");
        assertThat(convert.at("/label/en").asString()).isEqualTo("Convert");
        assertThat(convert.at("/can").asBoolean()).isTrue();
        assertThat(convert.at("/in_bulk").asBoolean()).isFalse();
        assertThat(verb(lead, "assign").at("/in_bulk").asBoolean()).isTrue();
        assertThat(input(convert, "amount").at("/type").asString()).isEqualTo("money");
        assertThat(input(convert, "account").at("/target").asString()).isEqualTo("account");
        assertThat(input(convert, "create_opportunity").at("/default").asBoolean())
                .isTrue();
        JsonNode reason = input(verb(lead, "disqualify"), "reason");
        assertThat(reason.at("/required").asBoolean()).isTrue();
        assertThat(reason.at("/choices/0/code").asString()).isEqualTo("no_need");
        assertThat(reason.at("/choices/0/label/zh-CN").asString()).isEqualTo("没有需求");
        JsonNode share = verb(lead, "share");
        assertThat(input(share, "level").at("/choices/1/label/zh-CN").asString())
                .isEqualTo("编辑");
        assertThat(input(share, "with").at("/many").asBoolean()).isTrue();
        assertThat(input(share, "with").at("/members/1/target").asString()).isEqualTo("department");
        assertThat(verb(lead, "assign").at("/label/zh-CN").asString()).isEqualTo("分配");
        assertThat(lead.at("/verbs").toString()).doesNotContain("\"merge\"");
    }

    @Test
    void whoMayNotIsToldSo() {
        Answer seen = tenant.as("viewer", "viewer").get("/meta/objects/lead").expect(200);
        assertThat(verb(seen, "convert").at("/can").asBoolean()).isFalse();
        assertThat(verb(seen, "claim").at("/can").asBoolean()).isFalse();

        Answer account = tenant.as("sales", "sales").get("/meta/objects/account");
        assertThat(verb(account, "merge").at("/can").asBoolean()).isFalse();
        assertThat(verb(tenant.admin().get("/meta/objects/account"), "merge")
                        .at("/can")
                        .asBoolean())
                .isTrue();
        assertThat(input(verb(account, "merge"), "from").at("/target").asString())
                .isEqualTo("account");
    }

    @Test
    void whatMetaDeniesIsNotDone() {
        String lead = tenant.admin()
                .post("/records/lead", Map.of("name", "a"))
                .expect(201)
                .text("id");
        Api viewer = tenant.as("looker", "viewer");
        viewer.post("/records/lead/" + lead + "/disqualify", Map.of()).refused(403, "record.not_permitted");
        viewer.post("/records/lead/bulk", Map.of("ids", List.of(lead), "verb", "disqualify"))
                .refused(403, "record.not_permitted");

        Api sales = tenant.as("seller", "sales");
        String account =
                sales.post("/records/account", Map.of("name", "b")).expect(201).text("id");
        sales.post("/records/account/" + account + "/merge", Map.of()).refused(403, "access.not_permitted");
        sales.post("/records/account/" + account + "/undo_merge", Map.of()).refused(403, "access.not_permitted");
        sales.post("/records/user/" + tenant.person("leaving") + "/hand_over", Map.of())
                .refused(403, "access.not_permitted");
    }

    private static JsonNode verb(Answer object, String name) {
        return named(object.at("/verbs"), name);
    }

    private static JsonNode input(JsonNode verb, String name) {
        return named(verb.at("/inputs"), name);
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(node -> node.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + list));
    }
}
