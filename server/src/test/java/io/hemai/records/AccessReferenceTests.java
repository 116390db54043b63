package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.access.RoleChanges;
import io.hemai.access.Share;
import io.hemai.access.ShareLevel;
import io.hemai.access.Shares;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.people.DepartmentObject;
import io.hemai.people.UserObject;
import io.hemai.records.store.RowReader;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.SampleObject;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Holds the gate and the compiler together against a plain evaluation: who sees which records, through every question. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessReferenceTests {
    private static final long SEED = Long.getLong("hemai.seed", 20261123L);
    private static final int RECORDS = 80;
    private static final int QUESTIONS = 120;
    private static final String SECRET = "bamboo-7319";
    private static final List<String> SCOPES = List.of("own", "department", "subtree", "all", "none");

    @Autowired
    Records records;

    @Autowired
    RowReader reader;

    @Autowired
    Tenants tenants;

    @Autowired
    TestTenants companies;

    @Autowired
    RoleChanges roles;

    @Autowired
    Shares shares;

    @Autowired
    SampleObject sample;

    @Autowired
    UserObject user;

    @Autowired
    DepartmentObject department;

    @Autowired
    JsonMapper json;

    private final Random random = new Random(SEED);
    private final RandomFilters made = new RandomFilters(SEED);
    private final Map<RecordId, Row> all = new HashMap<>();
    private final Map<RecordId, Set<RecordId>> sharedWith = new HashMap<>();
    private final List<Someone> people = new ArrayList<>();
    private Tenant tenant;

    /** A person with the departments that its scope reaches. */
    private record Someone(RecordId id, String scope, RecordId home, Set<RecordId> below) {}

    @BeforeAll
    void makeCompany() {
        TestTenant company = companies.fresh();
        tenant = company.tenant();
        RecordId root = system(() -> records.create(department, Values.of(department.name, "公司")));
        RecordId east = below("华东", root);
        RecordId shanghai = below("上海", east);
        RecordId west = below("西部", root);
        Map<RecordId, Set<RecordId>> subtree = Map.of(
                root,
                Set.of(root, east, shanghai, west),
                east,
                Set.of(east, shanghai),
                shanghai,
                Set.of(shanghai),
                west,
                Set.of(west));
        for (String scope : SCOPES) {
            system(() -> roles.create(Map.of(
                    "name", "sees_" + scope,
                    "label", Map.of("zh-CN", scope, "en", scope),
                    "objects", Map.of("sample", Map.of("read", scope)),
                    "fields", Map.of("sample.note", "hidden"))));
            for (RecordId home : List.of(east, shanghai, west)) {
                RecordId id = company.person(scope + people.size(), "sees_" + scope);
                system(() -> {
                    records.update(user, id, Values.of(user.department, home));
                    return id;
                });
                people.add(new Someone(id, scope, home, subtree.getOrDefault(home, Set.of())));
            }
        }
        system(this::makeRecords);
        tenant = tenants.require(tenant.id());
    }

    private RecordId below(String name, RecordId parent) {
        return system(() ->
                records.create(department, Values.of(department.name, name).set(department.parent, parent)));
    }

    private List<RecordId> makeRecords() {
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Someone owner = people.get(random.nextInt(people.size()));
            Values values = made.values(sample).set(sample.note, SECRET).set(CommonFields.OWNER, owner.id());
            if (!ids.isEmpty() && i % 2 > 0) {
                values.set(sample.parent, made.pick(ids));
            }
            ids.add(records.create(sample, values));
        }
        for (RecordId id : ids) {
            if (random.nextInt(6) == 0) {
                RecordId with = people.get(random.nextInt(people.size())).id();
                shares.grant(records.type(sample), id, List.of(new Share.With.User(with)), ShareLevel.READ);
                sharedWith.computeIfAbsent(id, r -> new HashSet<>()).add(with);
            }
        }
        records.list(Query.of(sample).limit(RECORDS)).forEach(row -> all.put(row.id(), row));
        return ids;
    }

    private <T> T system(Supplier<T> work) {
        return as(new SystemIdentity("test", "a test"), work);
    }

    private <T> T as(Identity who, Supplier<T> work) {
        return CurrentTenant.call(tenants.require(tenant.id()), () -> Acting.call(who, work));
    }

    private static UserIdentity identity(Someone someone) {
        return UserIdentity.signedIn(someone.id(), "somebody", ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE);
    }

    /** Who sees the record itself or its parent sees the record; parents' parents do not count. */
    private boolean sees(Someone someone, Row row) {
        RecordId parent = row.value(sample.parent);
        return seesItself(someone, row)
                || (parent != null && seesItself(someone, Objects.requireNonNull(all.get(parent))));
    }

    private boolean seesItself(Someone someone, Row row) {
        RecordId home = row.value(CommonFields.DEPARTMENT);
        boolean scope = switch (someone.scope()) {
            case "own" -> someone.id().equals(row.value(CommonFields.OWNER));
            case "department" -> someone.home().equals(home);
            case "subtree" -> home != null && someone.below().contains(home);
            case "all" -> true;
            default -> false;
        };
        return scope || sharedWith.getOrDefault(row.id(), Set.of()).contains(someone.id());
    }

    @Test
    void everyQuestionFindsWhatThePersonMaySeeAndNothingElse() {
        for (Someone someone : people) {
            NaiveFilter naive = new NaiveFilter(all, sample, row -> sees(someone, row));
            for (int i = 0; i < QUESTIONS; i++) {
                Filter filter = withoutNote(i % 3);
                Set<RecordId> expected = all.values().stream()
                        .filter(row -> sees(someone, row) && naive.matches(row, filter))
                        .map(Row::id)
                        .collect(Collectors.toSet());
                if (someone.scope().equals("none")) {
                    continue;
                }
                String asked = "seed " + SEED + ", " + someone + ": " + filter;
                assertThat(as(
                                identity(someone),
                                () -> records.list(
                                        Query.of(sample).where(filter).limit(RECORDS))))
                        .as(asked)
                        .extracting(Row::id)
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(as(identity(someone), () -> records.count("sample", filter)))
                        .as(asked)
                        .isEqualTo(expected.size());
            }
        }
    }

    /** The note is hidden from everybody, so asking for it is a mistake of its own. */
    private Filter withoutNote(int depth) {
        Filter filter = made.filter(depth);
        return filter.toString().contains("note") ? withoutNote(depth) : filter;
    }

    @Test
    void aRecordIsReadOrIsNotThere() {
        for (Someone someone : people) {
            for (Row row : all.values()) {
                if (sees(someone, row) && !someone.scope().equals("none")) {
                    assertThat(as(identity(someone), () -> records.read(sample, row.id()))
                                    .id())
                            .isEqualTo(row.id());
                } else {
                    assertThatThrownBy(() -> as(identity(someone), () -> records.read(sample, row.id())))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }

    @Test
    void whatIsHiddenStaysHidden() {
        for (Someone someone : people) {
            if (someone.scope().equals("none")) {
                continue;
            }
            String page = as(identity(someone), () -> page(Query.of(sample).limit(RECORDS)));
            assertThat(page).doesNotContain(SECRET).doesNotContain("\"note\"");
            for (String path : List.of("note", "parent.note", "children.note")) {
                assertThatThrownBy(() -> as(
                                identity(someone),
                                () -> page(Query.of(sample).where(Filter.leaf(path, io.hemai.kernel.Op.EQ, SECRET)))))
                        .hasMessage("record.unknown_field");
            }
            assertThatThrownBy(() ->
                            as(identity(someone), () -> page(Query.of(sample).sort(Sort.parse("note")))))
                    .hasMessage("record.unknown_field");
            assertThatThrownBy(() ->
                            as(identity(someone), () -> page(Query.of(sample).fields(List.of("parent.note")))))
                    .hasMessage("record.unknown_field");
        }
    }

    private String page(Query query) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            reader.write(query, out);
            out.writeEndArray();
        }
        return text.toString();
    }
}
