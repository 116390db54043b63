package io.hemai.metadata.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.records.Change;
import io.hemai.records.WriteOptions;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Formulas are worked out for records that stand, in the background and a chunk at a time. */
@HemaiTest
class FormulaFillTests {
    private static final int ROWS = 4_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Company.Tools tools;

    @Autowired
    FieldWork work;

    @Autowired
    DSLContext db;

    private Company company;

    @BeforeEach
    void makeCompany() {
        company = new Company(tools);
    }

    private void rows() {
        IntStream.range(0, 3)
                .forEach(part -> company.request(() -> {
                    ObjectType type = tools.metadata().current().require("sample");
                    List<Change> changes = IntStream.range(0, ROWS / 3)
                            .mapToObj(n -> Change.create(type, Map.of("name", "s" + n, "size", n), false))
                            .toList();
                    tools.records().write(type, changes, WriteOptions.USUAL);
                }));
    }

    private String formula(String name, String formula) {
        return company.addField(
                "sample", Map.of("name", name, "type", "formula", "label", Map.of("en", name), "formula", formula));
    }

    private void awaitReady(String field) {
        await().atMost(PATIENCE).until(() -> !company.field("sample", field).has(Trait.STALE));
    }

    private long rows(String where) {
        return Objects.requireNonNull(
                        db.fetchOne("select count(*) from " + company.tenant().schema() + ".sample where " + where))
                .get(0, Long.class);
    }

    @Test
    void allRecordsHaveTheirValueInTheEnd() {
        rows();
        String field = formula("twice", "size * 2");
        awaitReady(field);
        assertThat(rows("c_twice = size * 2")).isEqualTo(ROWS);
        assertThat(rows("version <> 1")).isZero();
        company.changeField("sample", field, Map.of("formula", "size * 3"));
        awaitReady(field);
        assertThat(rows("c_twice = size * 3")).isEqualTo(ROWS);
        assertThat(company.request(() -> tools.fields().statuses(company.tenant(), "sample")))
                .isEmpty();
    }

    @Test
    void whatACrashCutOffGoesOnWhereItWas() {
        rows();
        String field = formula("thrice", "size * 3");
        awaitReady(field);
        String schema = company.tenant().schema();
        db.execute("update " + schema + ".sample set c_thrice = -1");
        db.execute("insert into " + schema + ".meta_filling (object, field, reached, done, total, ended) "
                + "select 'sample', 'c_thrice', id, 1000, " + ROWS + ", false from " + schema
                + ".sample order by id offset 999 limit 1");
        db.execute("update " + schema + ".meta_field set state = 'building', wanted = '{\"formula\":\"size * 3\"}' "
                + "where name = 'c_thrice'");
        company.request(() -> work.stored(company.tenant()).fields().forEach(work::startIfBuilding));
        await().atMost(PATIENCE).until(() -> rows("c_thrice = -1") == 1000);
        await().atMost(PATIENCE)
                .until(() -> tools.fields().statuses(company.tenant(), "sample").isEmpty());
        assertThat(rows("c_thrice = size * 3")).isEqualTo(ROWS - 1000);
    }

    @Test
    void followWhatIsRolledUp() {
        String field = company.addField(
                "account",
                Map.of(
                        "name",
                        "expected",
                        "type",
                        "formula",
                        "label",
                        Map.of("en", "Expected"),
                        "formula",
                        "open_amount * 0.5"));
        RecordId account = company.create("account", Map.of("name", "华东机械"));
        company.create("opportunity", Map.of("name", "一单", "account", account.toString(), "amount", "1000"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(company.value("account", account, field)).isEqualTo(Money.of("500.00", "CNY")));
    }

    @Test
    void newRecordsAreWorkedOutByTheirNumber() {
        company.addField(
                "sample",
                Map.of("name", "no", "type", "auto_number", "label", Map.of("en", "No"), "format", "A-{0000}"));
        String field = formula("called", "c_no & \"/\" & name");
        RecordId id = company.create("sample", Map.of("name", "x"));
        assertThat(company.value("sample", id, field)).isEqualTo("A-0001/x");
    }

    @Test
    void aBatchCostsNoStatementMore() {
        statements();
        long without = statements();
        String one = formula("one", "size * 3");
        awaitReady(one);
        awaitReady(formula("two", one + " + LEN(name)"));
        statements();
        assertThat(statements()).isLessThanOrEqualTo(without);
    }

    /** What the thread that writes a hundred records asks, whatever others do meanwhile. */
    private long statements() {
        return company.request(() -> {
            ObjectType type = tools.metadata().current().require("sample");
            List<Change> changes = IntStream.range(0, 100)
                    .mapToObj(n -> Change.create(type, Map.of("name", "b" + n, "size", n), false))
                    .toList();
            try (RoundTrips trips = RoundTrips.ofThisThread()) {
                tools.records().write(type, changes, WriteOptions.USUAL);
                return trips.count();
            }
        });
    }
}
