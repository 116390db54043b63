package io.hemai.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.products.ExchangeRateObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Report;
import io.hemai.records.Report.Bucket;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.ReportResult;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.records.store.ReportReader;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.SampleObject;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTests {
    private static final int CASES = 250;
    private static final BigDecimal DOLLAR = new BigDecimal("7.1234");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Records records;

    @Autowired
    ReportReader reports;

    @Autowired
    SampleObject sample;

    @Autowired
    ExchangeRateObject rates;

    @Autowired
    TestTenants tenants;

    private TestTenant random;
    private TestTenant small;

    @BeforeAll
    void makeTenants() {
        random = tenants.fresh();
        working(random, SHANGHAI, () -> {
            rate();
            return fill(new Random(7));
        });
        small = tenants.fresh();
        working(small, SHANGHAI, () -> {
            rate();
            return 0;
        });
    }

    private void rate() {
        records.create(
                rates,
                Values.of(rates.currency, "USD")
                        .set(rates.validFrom, LocalDate.of(2000, 1, 1))
                        .set(rates.rate, DOLLAR));
    }

    private static <T> T working(TestTenant tenant, ZoneId zone, Supplier<T> work) {
        Identity admin = UserIdentity.signedIn(tenant.person("admin"), "admin", zone, Locale.ENGLISH);
        return tenant.call(() -> Acting.call(admin, work));
    }

    private int fill(Random dice) {
        List<RecordId> parents = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            List<Values> made = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                made.add(values(dice, parents));
            }
            parents.addAll(records.create(sample, made));
        }
        return parents.size();
    }

    private Values values(Random dice, List<RecordId> parents) {
        Values values = Values.of(sample.name, "名" + dice.nextInt(100));
        if (dice.nextInt(4) > 0) {
            values.set(sample.size, (long) dice.nextInt(6) - 2).set(sample.source, dice.nextBoolean() ? "web" : "call");
        }
        if (dice.nextInt(4) > 0) {
            values.set(sample.ratio, new BigDecimal(dice.nextInt(1000)).movePointLeft(2));
            values.set(sample.flag, dice.nextBoolean());
        }
        if (dice.nextInt(4) > 0) {
            values.set(sample.amount, Money.of(dice.nextInt(100_000) + ".37", dice.nextBoolean() ? "CNY" : "USD"));
            values.set(sample.grade, dice.nextBoolean() ? SampleObject.Grade.LOW : SampleObject.Grade.HIGH);
        }
        if (dice.nextInt(4) > 0) {
            values.set(sample.day, LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(400)));
            values.set(sample.moment, Instant.parse("2026-01-30T00:00:00Z").plusSeconds(dice.nextInt(90) * 3600L));
        }
        if (!parents.isEmpty() && dice.nextInt(3) > 0) {
            values.set(sample.parent, parents.get(dice.nextInt(parents.size())));
        }
        return values;
    }

    @Test
    void agreesWithCountingByHand() {
        for (int seed = 0; seed < CASES; seed++) {
            Random dice = new Random(seed);
            ZoneId zone = List.of(SHANGHAI, ZoneId.of("America/New_York"), ZoneId.of("Pacific/Apia"))
                    .get(dice.nextInt(3));
            Report report = report(dice);
            String told = "seed " + seed + ": " + report;
            working(random, zone, () -> {
                check(report, zone, told);
                return 0;
            });
        }
    }

    private void check(Report report, ZoneId zone, String told) {
        Map<RecordId, Row> all = new LinkedHashMap<>();
        records.list(Query.of(sample).limit(1000)).forEach(row -> all.put(row.id(), row));
        List<Row> matching = records.list(Query.of(sample).where(report.where()).limit(1000));
        NaiveReport naive = new NaiveReport(sample, all, zone, DOLLAR);
        ReportResult result = reports.run(report);
        Map<String, List<String>> rows = new TreeMap<>();
        int groups = report.groups().size();
        for (List<JsonNode> row : result.rows()) {
            rows.put(String.join("|", texts(row.subList(0, groups))), texts(row.subList(groups, row.size())));
        }
        assertThat(rows).as(told).isEqualTo(naive.rows(report, matching));
        assertThat(result.rows()).as(told).hasSize(rows.size());
        assertThat(texts(result.total().subList(groups, result.total().size())))
                .as(told)
                .isEqualTo(naive.total(report, matching));
        assertThat(result.more()).isFalse();
    }

    private static List<String> texts(List<JsonNode> cells) {
        return cells.stream().map(JsonNode::toString).toList();
    }

    private static Report report(Random dice) {
        List<Group> groups = new ArrayList<>();
        for (int i = dice.nextInt(3); i > 0; i--) {
            Group group = group(dice);
            if (groups.stream().noneMatch(g -> g.path().equals(group.path()))) {
                groups.add(group);
            }
        }
        List<Measure> measures = new ArrayList<>();
        for (int i = dice.nextInt(4); i >= 0; i--) {
            measures.add(measure(dice, "m" + i));
        }
        Filter filter = switch (dice.nextInt(4)) {
            case 0 -> Filter.leaf("size", Op.GE, 0);
            case 1 -> Filter.leaf("parent.source", Op.EQ, "web");
            case 2 -> Filter.leaf("day", Op.LT, "2025-01-01");
            default -> Filter.all();
        };
        return Report.of("sample")
                .where(filter)
                .by(groups.toArray(Group[]::new))
                .measuring(measures.toArray(Measure[]::new));
    }

    private static Group group(Random dice) {
        Bucket bucket = List.of(Bucket.values()).get(dice.nextInt(5));
        return switch (dice.nextInt(10)) {
            case 0 -> new Group("day", bucket);
            case 1 -> new Group("moment", bucket);
            case 2 -> new Group("parent.moment", bucket);
            case 3 -> Group.by("parent");
            case 4 -> Group.by("parent.parent");
            case 5 -> Group.by("parent.source");
            case 6 -> Group.by("grade");
            case 7 -> Group.by("flag");
            case 8 -> Group.by("size");
            default -> Group.by("source");
        };
    }

    private static Measure measure(Random dice, String name) {
        String number = List.of("size", "ratio", "amount", "parent.amount").get(dice.nextInt(4));
        return switch (dice.nextInt(8)) {
            case 0 -> Measure.count(name);
            case 1 -> Measure.of(Function.SUM, number, name);
            case 2 -> Measure.of(Function.AVG, number, name);
            case 3 -> Measure.of(Function.MIN, number, name);
            case 4 -> Measure.of(Function.MAX, dice.nextBoolean() ? number : "moment", name);
            case 5 -> Measure.of(Function.MIN, "day", name);
            case 6 -> Measure.of(Function.COUNT, "parent.source", name);
            default -> Measure.of(Function.COUNT_DISTINCT, dice.nextBoolean() ? "source" : "amount", name);
        };
    }

    @Test
    void monthsAreThoseOfWhoAsks() {
        TestTenant tenant = tenants.fresh();
        Report byMonth =
                Report.of("sample").by(new Group("moment", Bucket.MONTH)).measuring(Measure.count("n"));
        working(
                tenant,
                SHANGHAI,
                () -> records.create(
                        sample, Values.of(sample.name, "a").set(sample.moment, Instant.parse("2026-01-31T16:00:00Z"))));
        assertThat(rows(tenant, SHANGHAI, byMonth)).containsExactly("[\"2026-02-01\", 1]");
        assertThat(rows(tenant, ZoneId.of("UTC"), byMonth)).containsExactly("[\"2026-01-01\", 1]");
    }

    @Test
    void weeksBeginOnMonday() {
        TestTenant tenant = tenants.fresh();
        working(
                tenant,
                SHANGHAI,
                () -> records.create(sample, Values.of(sample.name, "a").set(sample.day, LocalDate.of(2026, 11, 22))));
        Report byWeek = Report.of("sample").by(new Group("day", Bucket.WEEK)).measuring(Measure.count("n"));
        assertThat(rows(tenant, SHANGHAI, byWeek)).containsExactly("[\"2026-11-16\", 1]");
    }

    @Test
    void moneyOfTwoCurrenciesIsAddedInBaseCurrency() {
        working(
                small,
                SHANGHAI,
                () -> records.create(
                        sample,
                        List.of(
                                Values.of(sample.name, "a").set(sample.amount, Money.of("100", "CNY")),
                                Values.of(sample.name, "b").set(sample.amount, Money.of("10", "USD")),
                                Values.of(sample.name, "c"))));
        ReportResult result = working(
                small,
                SHANGHAI,
                () -> reports.run(Report.of("sample")
                        .measuring(
                                Measure.of(Function.SUM, "amount", "sum"),
                                Measure.of(Function.AVG, "amount", "mean"))));
        assertThat(result.total().toString())
                .isEqualTo(
                        "[{\"amount\":\"171.23\",\"currency\":\"CNY\"}, {\"amount\":\"85.62\",\"currency\":\"CNY\"}]");
    }

    @Test
    void saysWhichTotalsHaveAmountsOfOtherCurrencies() {
        TestTenant tenant = tenants.fresh();
        working(tenant, SHANGHAI, () -> {
            rate();
            return records.create(
                    sample,
                    List.of(
                            Values.of(sample.name, "a").set(sample.amount, Money.of("100", "CNY")),
                            Values.of(sample.name, "b")
                                    .set(sample.size, 1L)
                                    .set(sample.amount, Money.of("10", "USD"))
                                    .set(sample.source, "web"),
                            Values.of(sample.name, "c").set(sample.size, 1L)));
        });
        Report sums = Report.of("sample")
                .measuring(
                        Measure.of(Function.SUM, "amount", "sum"),
                        Measure.of(Function.SUM, "size", "sizes"),
                        Measure.of(Function.MAX, "amount", "most"),
                        Measure.of(Function.COUNT, "amount", "count"));
        assertThat(converted(tenant, sums)).containsExactly("sum", "most");
        assertThat(converted(tenant, sums.by(Group.by("name")).limit(1))).containsExactly("sum", "most");
        assertThat(converted(tenant, sums.where(Filter.leaf("source", Op.EMPTY, null))))
                .isEmpty();
        assertThat(converted(tenant, sums.where(Filter.none()))).isEmpty();
    }

    private List<String> converted(TestTenant tenant, Report report) {
        return working(tenant, SHANGHAI, () -> reports.run(report)).columns().stream()
                .filter(column -> column.about().containsKey("converted"))
                .map(ReportResult.Column::name)
                .toList();
    }

    @Test
    void sortsAndSaysThatThereIsMore() {
        Report bySize = Report.of("sample")
                .by(Group.by("size"))
                .measuring(Measure.count("n"))
                .sort(new Sort("size", true))
                .limit(2);
        ReportResult result = working(random, SHANGHAI, () -> reports.run(bySize));
        assertThat(result.rows()).extracting(row -> row.getFirst().toString()).containsExactly("3", "2");
        assertThat(result.more()).isTrue();
        assertThat(result.total().getLast().asLong()).isEqualTo(180);
        ReportResult byCount = working(
                random,
                SHANGHAI,
                () -> reports.run(bySize.sort(new Sort("n", true)).limit(100)));
        assertThat(byCount.rows().stream().map(row -> row.getLast().asLong()).toList())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(byCount.rows().stream().map(row -> row.getFirst().toString()).toList())
                .contains("null");
    }

    @Test
    void ofNothingIsNothing() {
        Report none = Report.of("sample")
                .where(Filter.none())
                .measuring(Measure.count("n"), Measure.of(Function.SUM, "size", "sum"));
        assertThat(rows(small, SHANGHAI, none)).containsExactly("[0, null]");
        ReportResult grouped = working(small, SHANGHAI, () -> reports.run(none.by(Group.by("source"))));
        assertThat(grouped.rows()).isEmpty();
        assertThat(grouped.total().toString()).isEqualTo("[null, 0, null]");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        Report count = Report.of("sample").measuring(Measure.count("n"));
        refused(count.by(Group.by("labels")), "report.not_groupable");
        refused(count.by(Group.by("amount")), "report.not_groupable");
        refused(count.by(Group.by("nothing")), "record.unknown_field");
        refused(count.by(Group.by("children.size")), "filter.not_a_link");
        refused(count.by(new Group("size", Bucket.DAY)), "report.bucket_unfit");
        refused(count.by(Group.by("size"), Group.by("size")), "report.name_twice");
        refused(count.measuring(Measure.of(Function.SUM, "name", "x")), "report.function_unfit");
        refused(count.measuring(), "report.size");
        refused(count.limit(0), "report.size");
        refused(count.limit(1001), "report.size");
        refused(count.sort(new Sort("size", false)), "report.unknown_sort");
        refused(Report.of("nothing").measuring(Measure.count("n")), "meta.unknown_object");
    }

    private void refused(Report report, String code) {
        assertThatThrownBy(() -> working(small, SHANGHAI, () -> reports.run(report)))
                .hasMessage(code);
    }

    private List<String> rows(TestTenant tenant, ZoneId zone, Report report) {
        return working(
                tenant,
                zone,
                () -> reports.run(report).rows().stream()
                        .map(row -> row.toString())
                        .toList());
    }
}
