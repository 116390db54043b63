package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.WriteOptions;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A field of each type that is offered, added while Hemai runs, filled and read back over HTTP. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTests {
    /** What Hemai fills itself, and what is uploaded first. */
    private static final Set<String> NOT_WRITTEN = Set.of("auto_number", "file", "image");

    @Autowired
    TestTenants tenants;

    @Autowired
    Tenants all;

    @Autowired
    Metadata metadata;

    @Autowired
    Records records;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "一行");
        values.put("long_text", "一行\n又一行");
        values.put("rich_text", "<p>一行</p>");
        values.put("integer", 42);
        values.put("decimal", "1.50");
        values.put("money", Map.of("amount", "12.00", "currency", "CNY"));
        values.put("percent", "15");
        values.put("date", "2026-11-25");
        values.put("datetime", "2026-11-25T08:00:00Z");
        values.put("boolean", true);
        values.put("choice", "a");
        values.put("multi_choice", List.of("a", "b"));
        values.put("phone", "13800138000");
        values.put("email", "a@example.com");
        values.put("url", "https://example.com/");
        values.put("address", Map.of("region", "330106", "street", "文三路 1 号"));
        values.put("region", "330106");
        values.put("rating", 3);
        values.put("tags", List.of("甲", "乙"));
        values.put("user", tenant.person("admin").toString());
        values.put("department", made("department", "研发部"));
        values.put("link", made("sample", "另一条"));
        return values;
    }

    private String made(String object, String name) {
        return admin.post("/records/" + object, Map.of("name", name))
                .expect(201)
                .text("id");
    }

    private List<String> offered() {
        return admin.get("/meta/field_types")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(offer -> offer.at("/type").asString())
                .toList();
    }

    private void add(String type) {
        Map<String, Object> wanted =
                new LinkedHashMap<>(Map.of("name", "of_" + type, "type", type, "label", Map.of("en", type)));
        if (type.endsWith("choice")) {
            wanted.put("choices", List.of("a", "b"));
        }
        if (type.equals("link")) {
            wanted.put("target", "sample");
        }
        admin.post("/meta/objects/sample/fields", wanted).expect(201);
    }

    @Test
    void everyOfferedTypeIsFilledAndReadBack() {
        Map<String, Object> values = values();
        Map<String, Object> record = new LinkedHashMap<>(Map.of("name", "一切"));
        for (String type : offered()) {
            add(type);
            if (!NOT_WRITTEN.contains(type)) {
                assertThat(values).containsKey(type);
                record.put("c_of_" + type, values.get(type));
            }
        }

        String id = admin.post("/records/sample", record).expect(201).text("id");

        Answer read = admin.get("/records/sample/" + id).expect(200);
        record.forEach((field, value) -> assertThat(isSame(read.at("/" + field), value))
                .as("%s: %s", field, read.at("/" + field))
                .isTrue());
        assertThat(read.at("/c_of_auto_number").asString()).isNotEmpty();
    }

    /** As written, or as Hemai writes it: a link with its label, a phone and a moment in their normal forms. */
    private static boolean isSame(JsonNode back, Object written) {
        JsonNode wanted = Api.JSON.valueToTree(written);
        return back.equals(wanted)
                || back.at("/id").equals(wanted)
                || (written instanceof String text && back.asString().endsWith(text))
                || (written.equals("2026-11-25T08:00:00Z") && back.asString().startsWith("2026-11-25T"))
                || (written instanceof Map<?, ?> address
                        && address.containsKey("street")
                        && back.toString().contains("文三路 1 号"));
    }

    @Test
    void recordsAreNumberedWithoutGapsAndOnFromWhatAnImportBrings() throws Exception {
        Map<String, Object> wanted = Map.of(
                "name",
                "no",
                "type",
                "auto_number",
                "unique",
                true,
                "label",
                Map.of("en", "No"),
                "settings",
                Map.of("format", "K-{000}"));
        admin.post("/meta/objects/card/fields", wanted).expect(201);

        assertThat(number(Map.of("name", "甲"))).isEqualTo("K-001");
        admin.post("/records/card", Map.of("remark", "a name is missing")).expect(422);
        assertThat(number(Map.of("name", "乙"))).isEqualTo("K-002");
        admin.post("/records/card", Map.of("name", "丙", "c_no", "K-9")).refused(422, "record.read_only");

        List<String> many;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> work = Collections.nCopies(10, () -> number(Map.of("name", "丁")));
            many = threads.invokeAll(work).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(many).first().isEqualTo("K-003");
        assertThat(many).doesNotHaveDuplicates().last().isEqualTo("K-012");
        bring("K-100");
        assertThat(number(Map.of("name", "戊"))).isEqualTo("K-101");
    }

    private String number(Map<String, Object> values) {
        String id = admin.post("/records/card", values).expect(201).text("id");
        return admin.get("/records/card/" + id).expect(200).text("c_no");
    }

    private void bring(String number) {
        CurrentTenant.run(
                all.require(tenant.tenant().id()),
                () -> Acting.run(new SystemIdentity("test", "an import"), () -> {
                    ObjectType card = metadata.current().require("card");
                    Change old = Change.create(card, Map.of("name", "旧", "c_no", number), true);
                    records.write(card, List.of(old), WriteOptions.USUAL);
                }));
    }
}
