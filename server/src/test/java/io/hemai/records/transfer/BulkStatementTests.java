package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bulk act costs. */
@HemaiTest
class BulkStatementTests {
    private static final int FEW = 20;
    private static final int MANY = 2_000;
    /** A batch is sent in parts, and others work meanwhile. */
    private static final int ALLOWED = 200;
    /** Who waits asks again and again. */
    private static final int ALLOWED_WHILE_WAITING = 1_000;

    @Autowired
    TestTenants tenants;

    @Test
    void moreRecordsAreHardlyMoreStatements() throws InterruptedException {
        Api api = tenants.fresh().admin();
        List<String> ids = Bulk.made(api, "sample", MANY, i -> Map.of("name", "n" + i));
        cost(api, ids.subList(0, FEW), 1);

        long few = cost(api, ids.subList(0, FEW), 2);
        long many = cost(api, ids, 3);

        assertThat(few).isPositive();
        assertThat(many - few).as("%d, then %d", few, many).isLessThan(ALLOWED);
    }

    @Test
    void moreRecordsToTakeBackAreHardlyMoreStatements() throws InterruptedException {
        TestTenant company = tenants.fresh();
        Api api = company.admin();
        costOfUndo(company, api, FEW);

        long few = costOfUndo(company, api, FEW);
        long many = costOfUndo(company, api, MANY);

        assertThat(few).isPositive();
        assertThat(many - few).as("%d, then %d", few, many).isLessThan(ALLOWED_WHILE_WAITING);
    }

    /** Of an act that gave records away. */
    private static long costOfUndo(TestTenant company, Api api, int count) throws InterruptedException {
        String owner = company.person("owner", "sales").toString();
        List<String> ids = Bulk.made(api, "sample", count, i -> Map.of("name", "n" + i, "owner", owner));
        Answer done = Bulk.ids("sample", ids)
                .set("owner", company.person("admin").toString())
                .done(api);
        try (RoundTrips trips = RoundTrips.counted()) {
            Answer undone = Bulk.undone(api, "/bulk/" + done.text("id"));
            assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(count);
            return trips.count();
        }
    }

    private static long cost(Api api, List<String> ids, int size) throws InterruptedException {
        try (RoundTrips trips = RoundTrips.counted()) {
            Answer done = Bulk.ids("sample", ids).set("size", size).done(api);
            assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(ids.size());
            return trips.count();
        }
    }
}
