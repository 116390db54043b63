package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A link by the name of a record that the caller may not see is refused as one by a name that there is not. */
@HemaiTest
class HiddenLinkTargetsTests {
    private static final String HIDDEN = "walnut-1";
    private static final String UNKNOWN = "walnut-2";
    private static final String SEEN = "walnut-3";

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private Api seller;
    private String own;
    private String hidden;

    @BeforeEach
    void oneThatIsHidden() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        role("seller", Map.of());
        seller = tenant.as("seller", "seller");
        String me = tenant.person("seller").toString();
        hidden = made(Map.of("name", "别人的", "external_id", HIDDEN));
        own = made(Map.of("name", "自己的", "external_id", SEEN, "owner", me));
    }

    private void role(String name, Map<String, String> fields) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("name", name);
        role.put("label", name);
        Map<String, Object> own =
                Map.of("read", "own", "create", true, "update", "own", "delete", "own", "import", true);
        role.put("objects", Map.of("sample", own, "account", own));
        role.put("fields", fields);
        role.put("admin", List.of("merge"));
        admin.post("/roles", role).expect(201);
    }

    private String made(Map<String, Object> values) {
        return admin.post("/records/sample", values).expect(201).text("id");
    }

    private static Map<String, Object> leadingTo(String name) {
        return Map.of("name", "x", "parent", Map.of("external_id", name));
    }

    private static String told(Answer answer, String name) {
        return answer.status()
                + answer.raw().replaceAll("\"request_id\":\"[^\"]*\"", "").replace(name, "?");
    }

    private void alike(Answer ofHidden, Answer ofUnknown) {
        assertThat(ofHidden.raw()).doesNotContain(hidden).contains(HIDDEN);
        assertThat(told(ofHidden, HIDDEN)).isEqualTo(told(ofUnknown, UNKNOWN));
    }

    private Answer patched(String name) {
        Answer answer = seller.header(
                        "If-Match", seller.get("/records/sample/" + own).header("ETag"))
                .patch("/records/sample/" + own, leadingTo(name));
        seller.without("If-Match");
        return answer;
    }

    @Test
    void oneRecord() {
        seller.post("/records/sample", leadingTo(SEEN)).expect(201);
        alike(seller.post("/records/sample", leadingTo(HIDDEN)), seller.post("/records/sample", leadingTo(UNKNOWN)));
        alike(patched(HIDDEN), patched(UNKNOWN));
    }

    private Answer batch(String name, boolean atomic) {
        return seller.post("/records/sample/batch", Map.of("create", List.of(leadingTo(name)), "atomic", atomic));
    }

    @Test
    void aBatchOfThem() {
        alike(batch(HIDDEN, true), batch(UNKNOWN, true));
        alike(batch(HIDDEN, false), batch(UNKNOWN, false));
    }

    private Answer bulk(String name) {
        return seller.post(
                "/records/sample/bulk",
                Map.of("ids", List.of(own), "set", Map.of("parent", Map.of("external_id", name))));
    }

    @Test
    void aMassAct() {
        alike(bulk(HIDDEN), bulk(UNKNOWN));
    }

    private Answer merged(String kept, String gone, String name) {
        return seller.post(
                "/records/account/" + kept + "/merge",
                Map.of("from", gone, "fields", Map.of("parent", Map.of("external_id", name))));
    }

    @Test
    void aVerb() {
        hidden = admin.post("/records/account", Map.of("name", "别人的", "external_id", HIDDEN))
                .expect(201)
                .text("id");
        List<String> own = List.of("甲", "乙").stream()
                .map(name -> seller.post("/records/account", Map.of("name", name))
                        .expect(201)
                        .text("id"))
                .toList();

        alike(merged(own.getFirst(), own.getLast(), HIDDEN), merged(own.getFirst(), own.getLast(), UNKNOWN));
    }

    private Answer dryRun(String constants) throws InterruptedException {
        Answer answer = new Form()
                .text("object", "sample")
                .text("dry_run", "true")
                .text("mapping", constants)
                .file("file", "sample.csv", "text/csv", "name\nx\n".getBytes(StandardCharsets.UTF_8))
                .post(seller, "/imports");
        if (answer.status() != 202) {
            return answer;
        }
        String path = "/imports/" + answer.text("id");
        while (!seller.get(path).text("status").equals("done")) {
            Thread.sleep(20);
        }
        return seller.get(path).expect(200);
    }

    @Test
    void anImport() throws InterruptedException {
        String mapping =
                "{\"columns\":[{\"column\":\"name\",\"field\":\"name\"}],\"constants\":{\"parent\":{\"external_id\":\"%s\"}}}";
        Answer ofHidden = dryRun(mapping.formatted(HIDDEN));
        Answer ofUnknown = dryRun(mapping.formatted(UNKNOWN));
        assertThat(ofHidden.raw()).doesNotContain(hidden);
        assertThat(ofHidden.status()).isEqualTo(ofUnknown.status());
        assertThat(ofHidden.at("problems").toString().replace(HIDDEN, "?"))
                .isEqualTo(ofUnknown.at("problems").toString().replace(UNKNOWN, "?"));
        assertThat(ofHidden.at("warnings")).isEqualTo(ofUnknown.at("warnings"));
    }

    @Test
    void whoDoesNotSeeNamesInOtherSystemsLinksByNone() {
        role("unnamed", Map.of("sample.external_id", "hidden"));
        String me = tenant.person("unnamed").toString();
        Api unnamed = tenant.as("unnamed");
        admin.put("/users/" + me + "/roles", List.of("unnamed")).expect(200);
        made(Map.of("name", "z", "external_id", "walnut-4", "owner", me));

        alike(unnamed.post("/records/sample", leadingTo(HIDDEN)), unnamed.post("/records/sample", leadingTo(UNKNOWN)));
        unnamed.post("/records/sample", leadingTo("walnut-4")).refused(422, "record.link_not_found");
    }
}
