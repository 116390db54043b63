package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.RoundTrips;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people can start for a record, and what they are told is locked once they have. */
class FlowButtonTests extends ApprovalCompany {
    private static final String BUTTONS = "/flows/buttons?object=sample";

    private JsonNode button(String flow) {
        return seller.get(BUTTONS)
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayChangeRecordsSeesWhatCanBeStartedForThem() {
        String plain = published("sample", BUTTON, Map.of(), update(Map.of("note", "x")));
        String asks = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String chooses = published("sample", BUTTON, Map.of(), ask("a", Map.of("who", "chosen")));
        String byItself = published(
                "sample",
                Map.of("kind", "created"),
                Map.of("field", "note", "op", "eq", "value", "never"),
                update(Map.of("size", 1)));
        String paused = published("sample", BUTTON, Map.of(), update(Map.of("note", "y")));
        admin.post("/records/flow/" + paused + "/pause", Map.of()).expect(200);
        String elsewhere = published("lead", BUTTON, Map.of(), update(Map.of("company", "x")));

        assertThat(button(plain).at("/asks").asBoolean()).isFalse();
        assertThat(button(asks).at("/asks").asBoolean()).isTrue();
        assertThat(button(asks).at("/chooses").asBoolean()).isFalse();
        assertThat(button(chooses).at("/chooses").asBoolean()).isTrue();
        assertThat(button(plain).at("/name").asString()).isEqualTo("flow of sample");
        assertThat(seller.get(BUTTONS).at("/items").findValuesAsString("id"))
                .doesNotContain(byItself, paused, elsewhere);
        seller.get("/flows/buttons").refused(400, "request.missing");
        seller.get("/flows/buttons?object=nothing").expect(404);
    }

    @Test
    void whoMayChangeNothingStartsNothing() {
        published("sample", BUTTON, Map.of(), update(Map.of("note", "x")));
        Api reader = company.having("reader", Map.of("sample", Map.of("read", "all")), Map.of());
        assertThat(reader.get(BUTTONS).expect(200).at("/items")).isEmpty();
        company.having("stranger_here", Map.of("lead", Map.of("read", "all")), Map.of())
                .get(BUTTONS)
                .expect(404);
    }

    @Test
    void moreFlowsAreNoMoreStatements() {
        published("sample", BUTTON, Map.of(), update(Map.of("note", "x")));
        long few = cost();
        for (int i = 0; i < 10; i++) {
            published("sample", BUTTON, Map.of(), update(Map.of("note", "x" + i)));
        }
        assertThat(few).isPositive();
        assertThat(cost()).isEqualTo(few);
    }

    /** Others work meanwhile, so the cheapest of several counts. */
    private long cost() {
        seller.get(BUTTONS).expect(200);
        return IntStream.range(0, 8)
                .mapToLong(i -> {
                    try (RoundTrips trips = RoundTrips.counted()) {
                        seller.get(BUTTONS).expect(200);
                        return trips.count();
                    }
                })
                .min()
                .orElseThrow();
    }

    @Test
    void everybodyIsToldWhatIsLockedForThem() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("a", and(and(people(managerId), "content", List.of("size", "code")), "editable", List.of("code"))));
        String record = offer(Map.of("size", 1));
        submit(flow, record);
        String task = task(manager, record);
        assertThat(locked(approval(seller, record, "pending"))).containsExactlyInAnyOrder("size", "code");
        assertThat(locked(approval(manager, record, "pending"))).containsExactly("size");
        Api blind = company.having("blind", Map.of("sample", Map.of("read", "all")), Map.of("sample.size", "hidden"));
        assertThat(locked(approval(blind, record, "pending"))).containsExactly("code");
        does(manager, task, "approve", Map.of()).expect(200);
        assertThat(locked(approval(seller, record, "approved"))).isEmpty();

        String whole = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        submit(whole, record);
        assertThat(locked(approval(seller, record, "pending")))
                .contains("name", "note", "size")
                .doesNotContain("owner", "created_at");
    }

    private static List<String> locked(JsonNode approval) {
        return approval.at("/locked").valueStream().map(JsonNode::asString).toList();
    }
}
