package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.records.store.RowReader;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.SampleObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Each way of reading, tried as a person of a {@link RandomCompany} and held against what the plain rule says. */
final class WaysOfReading {
    private static final int MOST = 200;
    private static final int MOST_HITS = 100;
    private static final List<String> PLAIN = List.of("note", "day", "amount", "grade", "labels", "size", "flag");
    private static final List<String> SORTABLE =
            List.of("name", "size", "ratio", "day", "flag", "parent.size", "parent");
    private static final List<String> WORDS = List.of("王芳", "精密", "abc", "华东 精密");

    private final RandomCompany company;
    private final SampleObject sample;
    private final RandomFilters random;
    private final RowReader reader;
    private final Tenants tenants;
    private final Map<String, Api> signedIn = new HashMap<>();

    WaysOfReading(RandomCompany company, RandomFilters random, RowReader reader, Tenants tenants) {
        this.company = company;
        this.sample = company.sample;
        this.random = random;
        this.reader = reader;
        this.tenants = tenants;
    }

    /** One way of reading. */
    interface Way {
        void read(Reader person, Filter filter);
    }

    /** Every way with its name. */
    Map<String, Way> all() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("list", this::list);
        ways.put("sort", this::sort);
        ways.put("expand", this::expand);
        ways.put("count", this::count);
        ways.put("counts", this::counts);
        ways.put("get", this::get);
        ways.put("search", this::search);
        ways.put("report", this::report);
        ways.put("export", this::export);
        ways.put("history", this::history);
        ways.put("duplicates", this::duplicates);
        return ways;
    }

    private Api api(Reader person) {
        return signedIn.computeIfAbsent(person.login(), login -> company.tenant.as(login));
    }

    /** The answer to a question; empty when it was refused as it has to be. */
    private Optional<Answer> asked(Reader person, Filter filter, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("filter", AskedJson.of(filter));
        body.putIfAbsent("limit", MOST);
        return answered(person, filter, api(person).post("/records/sample/query", body));
    }

    private static Optional<Answer> answered(Reader person, Filter filter, Answer answer) {
        if (person.readsNothing()) {
            answer.refused(404, "record.unknown_object");
            return Optional.empty();
        }
        if (!person.mayAsk(filter)) {
            assertThat(answer.code()).isIn("record.unknown_field", "filter.masked_field");
            answer.expect(400);
            return Optional.empty();
        }
        return Optional.of(answer.expect(200));
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.id().toString()).toList();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }

    private void list(Reader person, Filter filter) {
        asked(person, filter, Map.of()).ifPresent(answer -> {
            assertThat(ids(answer.at("/items")))
                    .containsExactlyInAnyOrderElementsOf(ids(company.found(person, filter)));
            answer.at("/items").forEach(item -> shownTo(person, item));
        });
    }

    /** What of a record is there, and how its link is told. */
    private void shownTo(Reader person, JsonNode item) {
        Row row = row(item.path("id").asString());
        assertThat(item.has("name")).isEqualTo(person.knows("name"));
        assertThat(item.path("name").asString("")).isEqualTo(person.shown(row, sample.name));
        for (String field : PLAIN) {
            assertThat(item.has(field)).as(field).isEqualTo(person.knows(field));
        }
        if (person.knows("note")) {
            assertThat(item.path("note").asString("")).isEqualTo(person.shown(row, sample.note));
        }
        if (person.right("amount").equals("masked") && row.value(sample.amount) != null) {
            assertThat(item.path("amount").asString()).isEqualTo("***");
        }
        parentShownTo(person, row, item.path("parent"));
    }

    private void parentShownTo(Reader person, Row row, JsonNode parent) {
        Row there = parent(row);
        if (there == null) {
            assertThat(parent.isNull()).isTrue();
        } else if (company.sees(person, there)) {
            assertThat(parent.path("id").asString()).isEqualTo(there.id().toString());
            assertThat(parent.path("label").asString()).isEqualTo(person.shown(there, sample.name));
        } else {
            assertThat(parent.toString()).isEqualTo("{\"hidden\":true}");
        }
    }

    private Row row(String id) {
        return Objects.requireNonNull(company.samples.get(RecordId.parse(id).orElseThrow()));
    }

    private @Nullable Row parent(Row row) {
        RecordId parent = row.value(sample.parent);
        return parent == null ? null : company.samples.get(parent);
    }

    private @Nullable Row seenParent(Reader person, Row row) {
        Row parent = parent(row);
        return parent == null || !company.sees(person, parent) ? null : parent;
    }

    private void sort(Reader person, Filter filter) {
        List<Sort> sorts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Sort sort = new Sort(random.pick(SORTABLE), random.pick(List.of(true, false)));
            if (sorts.stream().noneMatch(s -> s.path().equals(sort.path()))) {
                sorts.add(sort);
            }
        }
        Map<String, ?> order = Map.of(
                "sort",
                sorts.stream().map(s -> (s.descending() ? "-" : "") + s.path()).toList());
        boolean allowed = sorts.stream()
                .map(s -> s.path().equals("parent") ? "name" : s.path().replace("parent.", ""))
                .allMatch(person::sees);
        if (!allowed && !person.readsNothing() && person.mayAsk(filter)) {
            Map<String, Object> body = new HashMap<>(order);
            body.put("filter", AskedJson.of(filter));
            assertThat(api(person)
                            .post("/records/sample/query", body)
                            .expect(400)
                            .code())
                    .isIn("record.unknown_field", "query.not_sortable");
            return;
        }
        asked(person, filter, order).ifPresent(answer -> {
            NaiveOrder naive = new NaiveOrder(company.samples, sample, row -> company.sees(person, row));
            assertThat(ids(answer.at("/items")))
                    .isEqualTo(naive.of(company.found(person, filter), sorts).stream()
                            .map(RecordId::toString)
                            .toList());
        });
    }

    private void expand(Reader person, Filter filter) {
        List<String> paths = new ArrayList<>(List.of("parent"));
        List.of("parent.size", "parent.name", "parent.parent.note", "parent.parent").stream()
                .filter(path -> person.knows(path.substring(path.lastIndexOf('.') + 1)))
                .forEach(paths::add);
        asked(person, filter, Map.of("fields", paths)).ifPresent(answer -> {
            assertThat(answer.at("/items").size())
                    .isEqualTo(company.found(person, filter).size());
            for (JsonNode item : answer.at("/items")) {
                Row row = row(item.path("id").asString());
                Row parent = seenParent(person, row);
                Row above = parent == null ? null : seenParent(person, parent);
                parentShownTo(person, row, item.path("parent"));
                assertThat(item.path("parent.name").asString(""))
                        .isEqualTo(parent == null ? "" : person.shown(parent, sample.name));
                assertThat(item.path("parent.parent.note").asString(""))
                        .isEqualTo(above == null ? "" : person.shown(above, sample.note));
                if (person.sees("size")) {
                    assertThat(item.path("parent.size").isNull())
                            .isEqualTo(parent == null || parent.value(sample.size) == null);
                }
            }
        });
    }

    private void count(Reader person, Filter filter) {
        for (String exactness : List.of("exact", "estimate")) {
            asked(person, filter, Map.of("count", exactness, "limit", 1)).ifPresent(answer -> {
                assertThat(answer.at("/count/value").asInt())
                        .isEqualTo(company.found(person, filter).size());
                assertThat(answer.at("/count/exact").asBoolean()).isTrue();
            });
        }
    }

    private void counts(Reader person, Filter filter) {
        Map<String, ?> question = Map.of("object", "sample", "filter", AskedJson.of(filter));
        Answer said = api(person).post("/counts", Map.of("of", List.of(question), "up_to", MOST));
        answered(person, filter, said).ifPresent(answer -> {
            assertThat(answer.at("/counts/0/value").asInt())
                    .isEqualTo(company.found(person, filter).size());
            assertThat(answer.at("/counts/0/exact").asBoolean()).isTrue();
        });
    }

    private void get(Reader person, Filter any) {
        Row row = random.pick(List.copyOf(company.samples.values()));
        Answer answer = api(person).get("/records/sample/" + row.id());
        if (company.sees(person, row)) {
            shownTo(person, answer.expect(200).body());
        } else {
            answer.expect(404);
        }
    }

    private void history(Reader person, Filter any) {
        Row row = random.pick(List.copyOf(company.samples.values()));
        Answer answer = api(person).get("/records/sample/" + row.id() + "/history");
        if (!company.sees(person, row)) {
            answer.expect(404);
            return;
        }
        Map<String, JsonNode> after = new TreeMap<>();
        answer.expect(200)
                .at("/items/0/changes")
                .forEach(change -> after.put(change.path("field").asString(), change.path("after")));
        assertThat(after.getOrDefault("name", Api.JSON.nullNode()).asString(""))
                .isEqualTo(person.shown(row, sample.name));
        assertThat(after.getOrDefault("note", Api.JSON.nullNode()).asString(""))
                .isEqualTo(person.shown(row, sample.note));
        assertThat(after.containsKey("grade")).isEqualTo(row.value(sample.grade) != null && person.knows("grade"));
        if (parent(row) != null) {
            parentShownTo(person, row, after.getOrDefault("parent", Api.JSON.nullNode()));
        }
    }

    private void search(Reader person, Filter any) {
        String word = random.pick(WORDS);
        List<String> expected = company.samples.values().stream()
                .filter(row -> company.sees(person, row) && person.sees("name"))
                .filter(row -> List.of(word.split(" ")).stream()
                        .allMatch(w -> Normalised.of(row.label()).contains(w)))
                .map(row -> row.id().toString())
                .toList();
        Answer answer = api(person)
                .get("/search?objects=sample&limit=" + MOST_HITS + "&q="
                        + URLEncoder.encode(word, StandardCharsets.UTF_8))
                .expect(200);
        List<String> hits = ids(answer.at("/items"));
        if (expected.size() < MOST_HITS) {
            assertThat(hits).containsExactlyInAnyOrderElementsOf(expected);
        } else {
            assertThat(hits).hasSize(MOST_HITS).doesNotHaveDuplicates().isSubsetOf(expected);
        }
    }

    private void report(Reader person, Filter filter) {
        Answer said = api(person)
                .post(
                        "/reports/run",
                        Map.of(
                                "object",
                                "sample",
                                "filter",
                                AskedJson.of(filter),
                                "group_by",
                                List.of(Map.of("field", "parent"), Map.of("field", "flag")),
                                "measures",
                                List.of(Map.of("fn", "count", "name", "n"))));
        answered(person, filter, said).ifPresent(answer -> {
            Map<String, Integer> expected = new TreeMap<>();
            company.found(person, filter)
                    .forEach(row ->
                            expected.merge(grouped(person, row) + " " + row.value(sample.flag), 1, Integer::sum));
            Map<String, Integer> found = new TreeMap<>();
            answer.at("/rows")
                    .forEach(row -> found.put(
                            row.get(0) + " "
                                    + (row.get(1).isNull() ? null : row.get(1).asBoolean()),
                            row.get(2).asInt()));
            assertThat(found).isEqualTo(expected);
        });
    }

    private String grouped(Reader person, Row row) {
        Row parent = parent(row);
        if (parent == null) {
            return "null";
        }
        return company.sees(person, parent)
                ? Api.JSON.writeValueAsString(
                        new TreeMap<>(Map.of("id", parent.id().toString(), "label", person.shown(parent, sample.name))))
                : "{\"hidden\":true}";
    }

    /** As a file is made: the same reader, page by page. */
    private void export(Reader person, Filter filter) {
        if (person.readsNothing() || !person.mayAsk(filter) || !person.knows("name")) {
            return;
        }
        Map<String, String> found = new TreeMap<>();
        UserIdentity who = UserIdentity.signedIn(person.id(), "reader", person.zone(), Locale.SIMPLIFIED_CHINESE);
        Query query = Query.of(sample)
                .where(filter)
                .fields(List.of("id", "name", "parent"))
                .limit(20);
        CurrentTenant.run(
                tenants.require(company.tenant.tenant().id()),
                () -> Acting.run(who, () -> {
                    Optional<RecordId> last = Optional.empty();
                    do {
                        last = reader.shown(
                                query,
                                last.orElse(null),
                                cells -> found.put(
                                        String.valueOf(cells.getFirst().value()),
                                        text(cells.get(1).value(), cells.get(1).text()) + " "
                                                + cells.get(2).text()));
                    } while (last.isPresent());
                }));
        Map<String, String> expected = new TreeMap<>();
        company.found(person, filter).forEach(row -> {
            Row parent = seenParent(person, row);
            expected.put(
                    row.id().toString(),
                    person.shown(row, sample.name) + " " + (parent == null ? "" : person.shown(parent, sample.name)));
        });
        assertThat(found).isEqualTo(expected);
    }

    private static String text(@Nullable Object value, @Nullable String text) {
        return text == null ? String.valueOf(value) : text;
    }

    /** Whoever makes a lead that is there learns of it; whole of those that may be read, else by a mask. */
    private void duplicates(Reader person, Filter any) {
        String mobile = random.pick(RandomCompany.MOBILES);
        Answer answer = api(person).post("/records/lead", Map.of("name", "又一个", "mobile", mobile));
        Map<String, String> expected = new TreeMap<>();
        List<String> masks = new ArrayList<>();
        for (Row row : company.leads.values()) {
            if (Objects.toString(row.value(company.lead.mobile)).endsWith(mobile)) {
                if (company.seesLead(person, row)) {
                    expected.put(row.id().toString(), row.label());
                } else {
                    masks.add(company.lead.name.type().masked(row.label()));
                }
            }
        }
        Map<String, String> named = new TreeMap<>();
        List<String> masked = new ArrayList<>();
        answer.refused(409, "record.duplicate").at("/candidates").forEach(c -> {
            if (c.has("id")) {
                named.put(c.path("id").asString(), c.path("label").asString());
            } else {
                masked.add(c.path("label").asString());
            }
        });
        assertThat(named).isEqualTo(expected);
        assertThat(masked).containsExactlyInAnyOrderElementsOf(masks);
    }
}
