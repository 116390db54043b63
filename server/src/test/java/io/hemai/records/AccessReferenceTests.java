package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.records.WaysOfReading.Way;
import io.hemai.records.store.RowReader;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestSight;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Holds the gate and the compiler together against a plain evaluation: who reads what, by every way of reading and in every shape
 * of statement, over a company, roles and questions made up from a seed.
 */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessReferenceTests {
    private static final long SEED = Long.getLong("hemai.seed", 20261123L);
    private static final int CASES = 2_200;
    /** How often a question is made up again that the person may not even ask. */
    private static final int TRIES = 6;

    @Autowired
    TestTenants companies;

    @Autowired
    Tenants tenants;

    @Autowired
    RowReader reader;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestSight sight;

    private final Random random = new Random(SEED);
    private final RandomFilters made = new RandomFilters(SEED);
    private RandomCompany company;
    private WaysOfReading ways;

    @BeforeAll
    void makeCompany() {
        company = new RandomCompany(companies.fresh(), beans, SEED, made);
        ways = new WaysOfReading(company, made, reader, tenants);
    }

    @Test
    void everyWayOfReadingTellsWhatThePersonMaySeeAndNothingElse() {
        List<Map.Entry<String, Way>> all = List.copyOf(ways.all().entrySet());
        for (int i = 0; i < CASES; i++) {
            Reader person = company.people.get(random.nextInt(company.people.size()));
            Map.Entry<String, Way> way = all.get(i % all.size());
            Filter filter = question(person);
            if (i / all.size() % 2 == 0) {
                sight.asUsual();
            } else {
                sight.nothingIsFew();
            }
            try {
                way.getValue().read(person, filter);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError(
                        "seed " + SEED + ", case " + i + ", " + way.getKey() + " as " + person + ": " + filter, failed);
            }
        }
    }

    private Filter question(Reader person) {
        Filter filter = made.filter(random.nextInt(3));
        for (int i = 0; i < TRIES && !person.mayAsk(filter); i++) {
            filter = made.filter(random.nextInt(3));
        }
        return filter;
    }

    /** What is made up must be worth asking about: people who see all, something and nothing, and records beyond a search's hundred. */
    @Test
    void theCompanyIsMixed() {
        assertThat(company.people).anyMatch(Reader::readsNothing);
        assertThat(company.people).anyMatch(p -> p.home() == null && !p.readsNothing());
        assertThat(company.people).anyMatch(p -> p.right("name").equals("hidden"));
        assertThat(company.people).anyMatch(p -> p.right("name").equals("masked"));
        assertThat(company.people.stream()
                        .map(p -> company.found(p, Filter.all()).size())
                        .distinct()
                        .count())
                .isGreaterThan(8);
        assertThat(company.people)
                .anyMatch(p ->
                        company.found(p, Filter.leaf("name", Op.CONTAINS, "精密")).size() > 100);
    }
}
