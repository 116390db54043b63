package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is approved of a deal are its lines as well, whichever way they come and go. */
class ApprovedLinesTests extends ApprovalCompany {
    private String deal() {
        return seller.post("/records/opportunity", Map.of("name", "检测线"))
                .expect(201)
                .text("id");
    }

    private String line(String deal, String price) {
        return seller.post("/records/opportunity_line", line(deal, price, "1"))
                .expect(201)
                .text("id");
    }

    private static Map<String, Object> line(String deal, String price, String quantity) {
        return Map.of(
                "opportunity",
                deal,
                "name",
                "检测机",
                "quantity",
                quantity,
                "unit_price",
                Map.of("amount", price, "currency", "CNY"));
    }

    private void gone(String line, int status) {
        String path = "/records/opportunity_line/" + line;
        String version = admin.get(path).header("ETag");
        admin.header("If-Match", version).delete(path).expect(status);
        admin.without("If-Match");
    }

    private String submitted(String deal) {
        String flow = published("opportunity", BUTTON, Map.of(), ask("a", people(managerId)));
        submit(flow, deal);
        String path = "/approvals?object=opportunity&record=" + deal;
        await().atMost(PATIENCE)
                .until(() -> !manager.get(path).at("/items/0/yours/id").isMissingNode());
        return manager.get(path).at("/items/0/yours/id").asString();
    }

    private void stands(String deal, String status) {
        String path = "/approvals?object=opportunity&record=" + deal;
        await().atMost(PATIENCE)
                .until(() -> seller.get(path).at("/items/0/status").asString("").equals(status));
    }

    @Test
    void aLineNeitherComesNorGoesWhileItIsDecidedOn() {
        String deal = deal();
        String dear = line(deal, "900000");
        String cheap = line(deal, "100000");
        gone(dear, 204);
        String task = submitted(deal);
        Answer back = admin.post("/records/opportunity_line/" + dear + "/restore", Map.of());
        back.refused(409, "approval.locked");
        seller.post("/records/opportunity_line", line(deal, "1", "1")).refused(409, "approval.locked");
        gone(cheap, 409);
        does(manager, task, "approve", Map.of()).expect(200);
        stands(deal, "approved");
        admin.post("/records/opportunity_line/" + dear + "/restore", Map.of()).expect(200);
        stands(deal, "voided");
    }

    @Test
    void whatHemaiKeepsUpByItselfLeavesItApproved() {
        String deal = deal();
        String task = submitted(deal);
        does(manager, task, "approve", Map.of()).expect(200);
        stands(deal, "approved");
        seller.post(
                        "/records/activity",
                        Map.of("kind", "call", "subject", "打过电话", "about", Map.of("object", "opportunity", "id", deal)))
                .expect(201);
        assertThat(List.of(seller.get("/approvals?object=opportunity&record=" + deal)
                        .at("/items/0/status")
                        .asString()))
                .containsExactly("approved");
    }
}
