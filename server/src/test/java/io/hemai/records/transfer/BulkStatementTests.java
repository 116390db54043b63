package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
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

    private static long cost(Api api, List<String> ids, int size) throws InterruptedException {
        try (RoundTrips trips = RoundTrips.counted()) {
            Answer done = Bulk.ids("sample", ids).set("size", size).done(api);
            assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(ids.size());
            return trips.count();
        }
    }
}
