package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.TestTenant;
import java.util.Map;

/** What becomes of an imported lead: it is assigned, converted and won by the person it was given to. */
final class FirstDeal {
    private final Api admin;
    private final Api seller;
    private final String sellerId;
    private final String lead;

    private FirstDeal(Api admin, Api seller, String sellerId, String lead) {
        this.admin = admin;
        this.seller = seller;
        this.sellerId = sellerId;
        this.lead = lead;
    }

    /** The lead of that name, to be worked by somebody new. */
    static FirstDeal of(TestTenant company, String name) {
        Api admin = company.admin();
        String seller = company.person("seller", "sales").toString();
        Answer found = admin.post("/records/lead/query", Map.of("filter", Sales.leaf("name", "eq", name)))
                .expect(200);
        return new FirstDeal(admin, company.as("seller"), seller, found.text("/items/0/id"));
    }

    /** Goes the whole way. */
    void won() {
        seller.get("/records/lead/" + lead).expect(404);
        admin.post("/records/lead/" + lead + "/assign", Map.of("owner", sellerId))
                .expect(200);
        assertThat(seller.get("/records/lead/" + lead).expect(200).text("/owner/id"))
                .isEqualTo(sellerId);
        String deal = seller.post(
                        "/records/lead/" + lead + "/convert", Map.of("amount", "5000", "close_date", "2027-03-31"))
                .expect(200)
                .text("/opportunity/id");
        long before = Sales.reached(seller, "won");
        assertThat(Sales.reached(seller, "initial_contact")).isEqualTo(1 + before);
        seller.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "proposal"))
                .expect(200);
        assertThat(Sales.reached(seller, "proposal")).isEqualTo(1);
        seller.post("/records/opportunity/" + deal + "/close_won", Map.of()).expect(200);
        assertThat(Sales.reached(seller, "won")).isEqualTo(1);
        assertThat(Sales.reached(seller, "contract_review")).isEqualTo(1);
    }
}
