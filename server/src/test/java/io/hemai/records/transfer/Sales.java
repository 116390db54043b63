package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A team and its deals as another system wrote them, brought in over HTTP and held against the files themselves. */
final class Sales {
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final Map<String, String> STAGES =
            Map.of("Won", "won", "Lost", "lost", "Engaging", "negotiation", "Prospecting", "initial_contact");

    private final List<NamedCsvRecord> team;
    private final List<NamedCsvRecord> deals;
    private final String teamFile;
    private final String dealsFile;

    Sales(String teamFile, String dealsFile) {
        this.teamFile = teamFile;
        this.dealsFile = dealsFile;
        team = CsvReader.builder().ofNamedCsvRecord(teamFile).stream().toList();
        deals = CsvReader.builder().ofNamedCsvRecord(dealsFile).stream().toList();
    }

    /** Brings in the offices, then the managers, then the salespeople under them. */
    void bringTeam(Api api) throws InterruptedException {
        long offices = brought(api, "department", distinct("regional_office", "name"));
        String managers = distinct("manager", "name")
                .lines()
                .skip(1)
                .map(m -> m + "," + login(m) + "\n")
                .collect(Collectors.joining("", "name,login\n", ""));
        long bosses = brought(api, "user", managers);
        Answer people = Upload.of("user", teamFile)
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "sales_agent", "field", "name"),
                                Map.of("column", "sales_agent", "field", "login", "values", logins()),
                                Map.of("column", "manager", "field", "manager"),
                                Map.of("column", "regional_office", "field", "department")),
                        "constants",
                        Map.of("roles", "sales")))
                .done(api);
        assertThat(people.at("created").asLong()).as(people.raw()).isEqualTo(team.size());
        assertThat(people.at("/problems").size()).as(people.raw()).isZero();
        assertThat(count(api, "user", leaf("manager", "not_empty"))).isEqualTo(team.size());
        assertThat(count(api, "department", all())).isGreaterThanOrEqualTo(offices);
        groups(api, "user", "manager", leaf("manager", "not_empty"))
                .forEach((manager, n) -> assertThat(n)
                        .as(manager)
                        .isEqualTo(team.stream()
                                .filter(p -> p.getField("manager").equals(manager))
                                .count()));
        assertThat(groups(api, "user", "manager", leaf("manager", "not_empty"))).hasSize((int) bosses);
        groups(api, "user", "department", leaf("manager", "not_empty"))
                .forEach((office, n) -> assertThat(n)
                        .as(office)
                        .isEqualTo(team.stream()
                                .filter(p -> p.getField("regional_office").equals(office))
                                .count()));
    }

    /** A login by each name, since logins have no blanks. */
    private Map<String, String> logins() {
        return team.stream()
                .map(p -> p.getField("sales_agent"))
                .collect(Collectors.toMap(Function.identity(), Sales::login));
    }

    private static String login(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    private String distinct(String column, String header) {
        return team.stream()
                .map(p -> p.getField(column))
                .distinct()
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static long brought(Api api, String object, String csv) throws InterruptedException {
        Answer done = Upload.of(object, csv).done(api);
        assertThat(done.at("created").asLong())
                .as(done.raw())
                .isEqualTo(csv.lines().count() - 1);
        return done.at("created").asLong();
    }

    /** Says which deals go where; lost ones have no reason, which only an administrator's import may leave out. */
    Upload deals(Map<String, String> products) {
        return Upload.of("opportunity", dealsFile)
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "opportunity_id", "field", "external_id"),
                                Map.of("column", "opportunity_id", "field", "name"),
                                Map.of("column", "sales_agent", "field", "owner"),
                                Map.of("column", "product", "field", "product", "values", products),
                                Map.of("column", "account", "field", "account"),
                                Map.of("column", "deal_stage", "field", "stage", "values", STAGES),
                                Map.of("column", "engage_date", "field", "created_at", "format", "M/d/yyyy"),
                                Map.of("column", "close_date", "field", "close_date", "format", "M/d/yyyy"),
                                Map.of("column", "close_value", "field", "amount"))));
    }

    /** Everything that the file says of its deals is true of the records. */
    void holdAgainst(Api api) {
        assertThat(count(api, "opportunity", all())).isEqualTo(deals.size());
        STAGES.forEach((theirs, ours) -> assertThat(count(api, "opportunity", leaf("stage", "eq", ours)))
                .as(theirs)
                .isEqualTo(number(d -> d.getField("deal_stage").equals(theirs))));
        assertThat(count(api, "opportunity", leaf("account", "empty")))
                .isEqualTo(number(d -> d.getField("account").isEmpty()));
        assertThat(count(api, "opportunity", leaf("loss_reason", "not_empty"))).isZero();
        wonMonths(api);
        ranking(api);
        funnel(api);
        assertThat(wonValue(api)).isEqualByComparingTo(sum(d -> true));
    }

    private static boolean won(NamedCsvRecord deal) {
        return deal.getField("deal_stage").equals("Won");
    }

    private long number(Predicate<NamedCsvRecord> which) {
        return deals.stream().filter(which).count();
    }

    private BigDecimal sum(Predicate<NamedCsvRecord> which) {
        return deals.stream()
                .filter(Sales::won)
                .filter(which)
                .map(d -> new BigDecimal(d.getField("close_value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <K> Map<K, List<NamedCsvRecord>> wonBy(Function<NamedCsvRecord, K> key) {
        return deals.stream().filter(Sales::won).collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private void wonMonths(Api api) {
        Map<YearMonth, List<NamedCsvRecord>> months =
                wonBy(d -> YearMonth.from(LocalDate.parse(d.getField("close_date"), DAYS)));
        JsonNode rows = api.get("/reports/won_by_month").expect(200).at("/rows");
        Map<String, JsonNode> byMonth = new HashMap<>();
        rows.forEach(row -> byMonth.put(row.get(0).asString().substring(0, 7), row));
        assertThat(byMonth.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        months.keySet().stream().map(YearMonth::toString).toList());
        months.forEach((month, won) -> {
            JsonNode row = Objects.requireNonNull(byMonth.get(month.toString()));
            assertThat(row.get(1).asLong()).as("%s", month).isEqualTo(won.size());
            assertThat(money(row.get(2)))
                    .isEqualByComparingTo(sum(d -> YearMonth.from(LocalDate.parse(d.getField("close_date"), DAYS))
                            .equals(month)));
        });
    }

    private void ranking(Api api) {
        Map<String, List<NamedCsvRecord>> owners = wonBy(d -> d.getField("sales_agent"));
        JsonNode rows = api.get("/reports/ranking").expect(200).at("/rows");
        assertThat(rows.size()).isEqualTo(owners.size());
        BigDecimal before = new BigDecimal(Long.MAX_VALUE);
        for (JsonNode row : rows) {
            String owner = row.get(0).get("label").asString();
            assertThat(row.get(1).asLong())
                    .as(owner)
                    .isEqualTo(owners.getOrDefault(owner, List.of()).size());
            BigDecimal value = money(row.get(2));
            assertThat(value)
                    .isEqualByComparingTo(sum(d -> d.getField("sales_agent").equals(owner)));
            assertThat(before == null || before.compareTo(value) >= 0)
                    .as("falls")
                    .isTrue();
            before = value;
        }
    }

    private void funnel(Api api) {
        long won = number(Sales::won);
        long engaging = number(d -> d.getField("deal_stage").equals("Engaging"));
        assertThat(reached(api, "initial_contact")).isEqualTo(deals.size());
        assertThat(reached(api, "negotiation")).isEqualTo(won + engaging);
        assertThat(reached(api, "contract_review")).isEqualTo(won);
        assertThat(reached(api, "won")).isEqualTo(won);
        assertThat(reached(api, "lost"))
                .isEqualTo(number(d -> d.getField("deal_stage").equals("Lost")));
        Answer funnel = api.get("/reports/funnel").expect(200);
        assertThat(funnel.at("/total/2").asLong()).as(funnel.raw()).isEqualTo(deals.size());
        for (JsonNode row : funnel.at("/rows")) {
            if (!row.get(5).isNull()) {
                assertThat(new BigDecimal(row.get(5).asString()))
                        .as(row.toString())
                        .isBetween(BigDecimal.ZERO, new BigDecimal(100));
            }
        }
    }

    /** How many deals the funnel shows to have come to the stage or further. */
    static long reached(Api api, String stage) {
        Answer funnel = api.get("/reports/funnel").expect(200);
        for (JsonNode row : funnel.at("/rows")) {
            if (row.get(1).asString().equals(stage)) {
                return row.get(4).asLong();
            }
        }
        throw new AssertionError(funnel.raw());
    }

    /** What was won, as a report of its own adds it up. */
    static BigDecimal wonValue(Api api) {
        Answer report = api.post(
                        "/reports/run",
                        Map.of(
                                "object", "opportunity",
                                "filter", leaf("status", "eq", "won"),
                                "measures", List.of(Map.of("fn", "sum", "field", "amount", "name", "value"))))
                .expect(200);
        return money(report.at("/total/0"));
    }

    private static BigDecimal money(JsonNode value) {
        return new BigDecimal(value.get("amount").asString());
    }

    private static Map<String, Long> groups(Api api, String object, String field, Object filter) {
        Answer report = api.post(
                        "/reports/run",
                        Map.of(
                                "object",
                                object,
                                "filter",
                                filter,
                                "group_by",
                                List.of(Map.of("field", field)),
                                "measures",
                                List.of(Map.of("fn", "count", "name", "n"))))
                .expect(200);
        Map<String, Long> groups = new HashMap<>();
        for (JsonNode row : report.at("/rows")) {
            groups.put(row.get(0).get("label").asString(), row.get(1).asLong());
        }
        return groups;
    }

    static long count(Api api, String object, Object filter) {
        return api.post("/records/" + object + "/query", Map.of("filter", filter, "count", "exact", "limit", 1))
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    static Map<String, Object> all() {
        return Map.of("and", List.of());
    }

    static Map<String, Object> leaf(String field, String op) {
        return Map.of("field", field, "op", op);
    }

    static Map<String, Object> leaf(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }
}
