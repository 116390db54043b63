package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** A company whose people approve: a seller, the manager, and the director above. */
abstract class ApprovalCompany extends FlowCompany {
    static final Map<String, Object> BUTTON = Map.of("kind", "button");

    Api seller;
    Api manager;
    Api director;
    RecordId sellerId;
    RecordId managerId;
    RecordId directorId;

    @BeforeAll
    void people() {
        directorId = company.person("director", "sales_manager");
        managerId = company.person("manager", "sales_manager");
        sellerId = company.person("seller", "sales");
        reports(managerId, directorId);
        reports(sellerId, managerId);
        seller = company.as("seller");
        manager = company.as("manager");
        director = company.as("director");
    }

    void reports(RecordId person, RecordId to) {
        patch("/records/user/" + person, Map.of("manager", to.toString()));
    }

    static Map<String, Object> ask(String id, Map<String, ?> terms, Object... whenRefused) {
        Map<String, Object> step = new HashMap<>(Map.of("id", id, "do", "approval", "input", terms));
        if (whenRefused.length > 0) {
            step.put("ways", List.of(Map.of("name", "refused", "steps", List.of(whenRefused))));
        }
        return step;
    }

    static Map<String, Object> people(RecordId... ids) {
        return Map.of("who", "people", "people", ids(ids));
    }

    static List<String> ids(RecordId... ids) {
        return List.of(ids).stream().map(RecordId::toString).toList();
    }

    static Map<String, Object> and(Map<String, Object> terms, String name, Object value) {
        Map<String, Object> more = new HashMap<>(terms);
        more.put(name, value);
        return more;
    }

    /** A record of the seller's. */
    String offer(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("name", "an offer");
        return seller.post("/records/sample", all).expect(201).text("id");
    }

    void submit(String flow, String record) {
        assertThat(seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                        .expect(200)
                        .at("/begun")
                        .asInt())
                .isEqualTo(1);
    }

    /** The approval of the record as the person sees it, once it is as wanted. */
    JsonNode approval(Api who, String record, String status) {
        String path = "/approvals?object=sample&record=" + record;
        await().atMost(PATIENCE)
                .until(() -> who.get(path)
                        .expect(200)
                        .at("/items/0/status")
                        .asString("")
                        .equals(status));
        return who.get(path).at("/items/0");
    }

    /** The person's open part in the approval of the record; until they are asked they may not even be able to read that. */
    String task(Api who, String record) {
        String path = "/approvals?object=sample&record=" + record;
        await().atMost(PATIENCE)
                .until(() -> !who.get(path).at("/items/0/yours/id").isMissingNode());
        return who.get(path).at("/items/0/yours/id").asString();
    }

    Answer does(Api who, String task, String verb, Map<String, ?> input) {
        return who.post("/records/approval_task/" + task + "/" + verb, input);
    }

    void approves(Api who, String record) {
        does(who, task(who, record), "approve", Map.of()).expect(200);
    }

    Answer asSubmitter(JsonNode approval, String verb, Map<String, ?> input) {
        return seller.post("/records/approval/" + approval.at("/id").asString() + "/" + verb, input);
    }

    static List<String> story(JsonNode approval) {
        return approval.at("/acts")
                .valueStream()
                .map(act -> act.at("/deed").asString() + " " + act.at("/by").asString("") + ">"
                        + act.at("/others").asString(""))
                .toList();
    }

    /** What the person was told about the record, the newest first; what is seen has a tick. */
    static List<String> told(Api who, String record) {
        return who.post(
                        "/records/notification/query",
                        Map.of(
                                "filter",
                                Map.of("field", "about", "op", "eq", "value", record),
                                "sort",
                                List.of("-told_at")))
                .expect(200)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString() + (item.at("/seen_at").isNull() ? "" : " ✓"))
                .toList();
    }

    Answer patches(Api who, String record, Map<String, ?> values) {
        String version = who.get("/records/sample/" + record).header("ETag");
        Answer answer = who.header("If-Match", version).patch("/records/sample/" + record, values);
        who.without("If-Match");
        return answer;
    }
}
