package io.hemai.processes;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.DueWork;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company whose deals are led through their stages, and the words in which tests tell of that. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessCompany {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final List<String> WAY =
            List.of("initial_contact", "needs_analysis", "proposal", "negotiation", "contract_review", "won");

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    List<DueWork> workers;

    TestTenant company;
    Api admin;
    Api seller;
    Api manager;
    RecordId sellerId;
    RecordId managerId;

    /** The process of the test that runs. */
    private String current = "";

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
        managerId = company.person("manager", "sales_manager");
        sellerId = company.person("seller", "sales");
        String team = admin.post("/records/department", Map.of("name", "Sales"))
                .expect(201)
                .text("id");
        patch(admin, "/records/user/" + managerId, Map.of("department", team)).expect(200);
        patch(admin, "/records/user/" + sellerId, Map.of("department", team, "manager", managerId.toString()))
                .expect(200);
        seller = company.as("seller");
        manager = company.as("manager");
    }

    @AfterEach
    void end() {
        if (!current.isEmpty()) {
            admin.post("/records/process/" + current + "/pause", Map.of());
            current = "";
        }
    }

    static Map<String, Object> with(Map<String, ?> some, String name, Object value) {
        Map<String, Object> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }

    static Map<String, Object> state(String value) {
        return Map.of("value", value);
    }

    static List<Map<String, Object>> states() {
        return List.of(
                state("initial_contact"),
                state("needs_analysis"),
                state("proposal"),
                state("negotiation"),
                state("contract_review"),
                state("won"),
                Map.of("value", "lost", "aside", true));
    }

    static Map<String, Object> definition(String others, Object... gates) {
        return Map.of("states", states(), "others", others, "gates", List.of(gates));
    }

    Answer drawn(Map<String, ?> definition) {
        return admin.post(
                "/records/process",
                Map.of("name", "deals", "object", "opportunity", "field", "stage", "definition", definition));
    }

    String published(Map<String, ?> definition) {
        current = drawn(definition).expect(201).text("id");
        admin.post("/records/process/" + current + "/publish", Map.of()).expect(200);
        return current;
    }

    String deal(Map<String, ?> values) {
        return seller.post("/records/opportunity", with(values, "name", "a deal"))
                .expect(201)
                .text("id");
    }

    static Answer patch(Api who, String path, Map<String, ?> values) {
        String version = who.get(path).header("ETag");
        Answer answer = who.header("If-Match", version).patch(path, values);
        who.without("If-Match");
        return answer;
    }

    Answer delete(String process) {
        String path = "/records/process/" + process;
        String version = admin.get(path).header("ETag");
        Answer answer = admin.header("If-Match", version).delete(path);
        admin.without("If-Match");
        return answer;
    }

    Answer move(Api who, String deal, String stage) {
        return change(who, deal, Map.of("stage", stage));
    }

    Answer change(Api who, String deal, Map<String, ?> values) {
        return patch(who, "/records/opportunity/" + deal, values);
    }

    String stage(String deal) {
        return admin.get("/records/opportunity/" + deal).expect(200).text("stage");
    }

    /** Where the deal stands, as the person sees it. */
    JsonNode at(Api who, String deal) {
        return who.get("/processes/at?object=opportunity&record=" + deal)
                .expect(200)
                .at("/items/0");
    }

    static JsonNode to(JsonNode at, String stage) {
        return at.at("/moves")
                .valueStream()
                .filter(move -> move.at("/to").asString().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    Answer tick(Api who, String deal, String key, boolean done) {
        return who.post("/processes/checks", Map.of("process", current, "record", deal, "key", key, "done", done));
    }

    Answer ask(Api who, String deal, String stage) {
        return who.post("/processes/moves", Map.of("process", current, "record", deal, "to", stage));
    }

    void pass(Duration time) {
        clock.advance(time);
        workers.forEach(worker -> worker.wake(new TenantId(company.name())));
    }
}
