package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.SampleObject;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What filters cost that are asked of records at hand. That memory answers as the database does, {@link QueryReferenceTests} holds. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchesTests {
    private static final int RECORDS = 40;

    @Autowired
    Records records;

    @Autowired
    Matcher matcher;

    @Autowired
    SampleObject sample;

    @Autowired
    TestTenants tenants;

    private TestTenant company;

    @BeforeAll
    void makeRecords() {
        company = tenants.fresh();
        company.admin()
                .post("/records/exchange_rate", Map.of("currency", "USD", "rate", "7", "valid_from", "2020-01-01"));
        working(() -> {
            RecordId top = records.create(sample, Values.of(sample.name, "top").set(sample.flag, true));
            for (int i = 0; i < RECORDS; i++) {
                RecordId middle =
                        records.create(sample, Values.of(sample.name, "middle").set(sample.parent, top));
                records.create(
                        sample,
                        Values.of(sample.name, "leaf")
                                .set(sample.size, (long) i)
                                .set(sample.parent, middle)
                                .set(sample.amount, Money.of("100", i % 2 == 0 ? "USD" : "CNY")));
            }
            return top;
        });
    }

    private <T> T working(Supplier<T> work) {
        return CurrentTenant.call(
                company.tenant(),
                () -> Acting.call(new SystemIdentity("test", "a test"), () -> records.together(work)));
    }

    /**
     * How many of the leaves match.
     *
     * @param most statements that this may cost
     */
    private long matching(int most, Filter filter) {
        return working(() -> {
            List<Row> leaves = records.list(
                    Query.of(sample).where(Filter.leaf("name", Op.EQ, "leaf")).limit(RECORDS));
            Matches matches = matcher.among(records.type(sample), leaves);
            try (RoundTrips trips = RoundTrips.ofThisThread()) {
                long found = leaves.stream()
                        .filter(leaf -> matches.matches(leaf.id(), filter))
                        .count();
                assertThat(trips.count()).isLessThanOrEqualTo(most);
                return found;
            }
        });
    }

    @Test
    void whatRowsTellCostsNoStatement() {
        assertThat(matching(0, Filter.leaf("size", Op.LT, 10))).isEqualTo(10);
    }

    @Test
    void aLinkIsFollowedForAllRecordsAtOnce() {
        assertThat(matching(2, Filter.leaf("parent.parent.flag", Op.EQ, true))).isEqualTo(RECORDS);
    }

    @Test
    void whatOnlyTheDatabaseKnowsIsAskedOnceForAll() {
        assertThat(matching(1, Filter.leaf("children.size", Op.EMPTY, null))).isZero();
        assertThat(matching(1, new Filter.Not(Filter.leaf("children.name", Op.EQ, "leaf"))))
                .isEqualTo(RECORDS);
    }

    @Test
    void amountsOfAnotherCurrencyCountAtTheirRate() {
        Filter more = Filter.leaf("amount", Op.GT, Map.of("amount", "500", "currency", "CNY"));
        Filter dollars = Filter.leaf("amount", Op.EQ, Map.of("amount", "100", "currency", "USD"));
        assertThat(matching(1, more)).isEqualTo(RECORDS / 2);
        assertThat(matching(0, dollars)).isEqualTo(RECORDS / 2);
    }
}
