package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.records.store.PageReader;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.SampleObject;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the query compiler and its paging against a plain evaluation in memory, over made-up records and questions. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryReferenceTests {
    private static final long SEED = Long.getLong("hemai.seed", 20261123L);
    private static final int RECORDS = 60;
    private static final int QUESTIONS = 1_000;
    private static final int WALKS = 100;
    private static final List<String> SORTABLE = List.of(
            "name",
            "note",
            "size",
            "ratio",
            "amount",
            "day",
            "moment",
            "flag",
            "grade",
            "created_at",
            "parent.size",
            "parent");

    @Autowired
    Records records;

    @Autowired
    Matcher matcher;

    @Autowired
    PageReader reader;

    @Autowired
    Tenants tenants;

    @Autowired
    SampleObject sample;

    @Autowired
    JsonMapper json;

    private final RandomFilters random = new RandomFilters(SEED);
    private final Map<RecordId, Row> all = new HashMap<>();
    private Tenant tenant;

    @BeforeAll
    void makeRecords() {
        tenant = tenants.create(new TenantId("reference"), "Reference");
        List<RecordId> made = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Values values = random.values(sample);
            if (!made.isEmpty() && i % 3 > 0) {
                values.set(sample.parent, random.pick(made));
            }
            made.add(working(() -> records.create(sample, values)));
        }
        working(() -> records.list(Query.of(sample).limit(RECORDS))).forEach(row -> all.put(row.id(), row));
    }

    private <T> T working(Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    @Test
    void theCompilerAndThePlainEvaluationFindTheSame() {
        NaiveFilter naive = naive();
        for (int i = 0; i < QUESTIONS; i++) {
            Filter filter = random.filter(i % 4);
            Set<RecordId> expected = all.values().stream()
                    .filter(row -> naive.matches(row, filter))
                    .map(Row::id)
                    .collect(Collectors.toSet());
            Set<RecordId> found = working(
                            () -> records.list(Query.of(sample).where(filter).limit(RECORDS)))
                    .stream()
                    .map(Row::id)
                    .collect(Collectors.toSet());
            assertThat(found).as("seed %s, question %s: %s", SEED, i, filter).isEqualTo(expected);
            if (i % 10 == 0) {
                assertThat(working(() -> records.count("sample", filter))).isEqualTo(expected.size());
            }
        }
    }

    @Test
    void memoryFindsTheSameOfSomeRecords() {
        NaiveFilter naive = naive();
        List<Row> some = all.values().stream().limit(RECORDS / 2).toList();
        for (int i = 0; i < QUESTIONS; i++) {
            Filter filter = random.filter(i % 4);
            List<RecordId> expected = some.stream()
                    .filter(row -> naive.matches(row, filter))
                    .map(Row::id)
                    .toList();
            List<RecordId> found = working(() -> {
                Matches matches = matcher.among(records.type(sample), some);
                return some.stream()
                        .map(Row::id)
                        .filter(id -> matches.matches(id, filter))
                        .toList();
            });
            assertThat(found).as("seed %s, question %s: %s", SEED, i, filter).isEqualTo(expected);
        }
    }

    private NaiveFilter naive() {
        return new NaiveFilter(all, sample, row -> true, new NaiveFilter.Asker(null, null, tenant.zone()));
    }

    @Test
    void walkingPagesMeetsEveryRecordOnceInOneOrder() {
        NaiveFilter naive = naive();
        NaiveOrder order = new NaiveOrder(all, sample, row -> true);
        for (int i = 0; i < WALKS; i++) {
            List<Sort> sorts = sorts(i % 4);
            Filter filter = random.filter(1);
            List<Row> matching = all.values().stream()
                    .filter(row -> naive.matches(row, filter))
                    .toList();
            List<String> expected =
                    order.of(matching, sorts).stream().map(RecordId::toString).toList();
            List<String> forward = walk(filter, sorts, 7, false);
            assertThat(forward)
                    .as("seed %s, walk %s: %s %s", SEED, i, sorts, filter)
                    .isEqualTo(expected)
                    .isEqualTo(walk(filter, sorts, 100, false))
                    .isEqualTo(walk(filter, sorts, 5, true).reversed());
        }
    }

    private List<Sort> sorts(int keys) {
        List<Sort> sorts = new ArrayList<>();
        while (sorts.size() < keys) {
            Sort sort = new Sort(random.pick(SORTABLE), random.pick(List.of(true, false)));
            if (sorts.stream().noneMatch(s -> s.path().equals(sort.path()))) {
                sorts.add(sort);
            }
        }
        return sorts;
    }

    /** The ids in the order met; backwards from the last page when asked. */
    private List<String> walk(Filter filter, List<Sort> sorts, int limit, boolean back) {
        Query query =
                Query.of(sample).where(filter).sort(sorts.toArray(Sort[]::new)).fields(List.of("name"));
        List<String> met = new ArrayList<>();
        PageReader.Page page = read(query.limit(back ? 100 : limit), met);
        if (back) {
            return met.isEmpty() ? met : backwards(query, met, limit);
        }
        while (page.next() != null) {
            page = read(query.limit(limit).after(page.next()), met);
        }
        return met;
    }

    /** From the last record, which is a page of its own, to the first. */
    private List<String> backwards(Query query, List<String> forward, int limit) {
        List<String> passed = new ArrayList<>();
        PageReader.Page page = read(query.limit(1), passed);
        while (page.next() != null) {
            page = read(query.limit(1).after(page.next()), passed);
        }
        List<String> met = new ArrayList<>(List.of(forward.getLast()));
        while (page.previous() != null) {
            List<String> before = new ArrayList<>();
            page = read(query.limit(limit).before(page.previous()), before);
            met.addAll(before.reversed());
        }
        return met;
    }

    private PageReader.Page read(Query query, List<String> into) {
        StringWriter text = new StringWriter();
        PageReader.Page page;
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            page = working(() -> reader.write(query, out));
            out.writeEndArray();
        }
        for (JsonNode row : json.readTree(text.toString())) {
            into.add(row.get("id").asString());
        }
        return page;
    }
}
