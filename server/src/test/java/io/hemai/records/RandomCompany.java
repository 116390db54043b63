package io.hemai.records;

import io.hemai.access.RoleChanges;
import io.hemai.access.Share;
import io.hemai.access.ShareLevel;
import io.hemai.access.Shares;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.leads.LeadObject;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.people.DepartmentObject;
import io.hemai.people.UserObject;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.SampleObject;
import io.hemai.testing.TestTenant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A company with people, roles, records and shares made up from a seed, and who sees which record as a plain rule. */
final class RandomCompany {
    static final List<String> MOBILES = List.of("13800138001", "13800138002", "13800138003", "13800138004");
    private static final int PEOPLE = 26;
    private static final int RECORDS = 160;
    private static final int LEADS = 16;
    private static final List<String> LEVELS =
            List.of("own", "own", "department", "department", "subtree", "all", "none");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati");
    private static final List<String> LIMITED = List.of("note", "name", "day", "amount", "grade", "labels", "size");
    private static final List<Filter> SCOPES = List.of(
            Filter.leaf("size", Op.GE, 2L),
            Filter.leaf("department", Op.EQ, "$my_department"),
            Filter.leaf("department", Op.NE, "$my_department"),
            Filter.leaf("parent.flag", Op.EQ, true),
            new Filter.Or(List.of(Filter.leaf("owner", Op.IN, List.of("$me")), Filter.leaf("grade", Op.EQ, "high"))));

    final SampleObject sample;
    final LeadObject lead;
    final TestTenant tenant;
    final List<Reader> people = new ArrayList<>();
    final Map<RecordId, Row> samples = new LinkedHashMap<>();
    final Map<RecordId, Row> leads = new LinkedHashMap<>();

    private final Map<RecordId, Map<RecordId, ShareLevel>> sharedWith = new HashMap<>();
    private final Map<RecordId, Set<RecordId>> below = new LinkedHashMap<>();
    private final Map<RecordId, Set<RecordId>> above = new HashMap<>();
    private final Random random;
    private final RandomFilters made;
    private final Tenants tenants;
    private final Records records;
    private final RoleChanges roles;
    private final Shares shares;
    private final UserObject user;
    private final DepartmentObject department;

    RandomCompany(TestTenant tenant, AutowireCapableBeanFactory beans, long seed, RandomFilters made) {
        this.tenant = tenant;
        this.random = new Random(seed);
        this.made = made;
        this.tenants = beans.getBean(Tenants.class);
        this.records = beans.getBean(Records.class);
        this.roles = beans.getBean(RoleChanges.class);
        this.shares = beans.getBean(Shares.class);
        this.user = beans.getBean(UserObject.class);
        this.department = beans.getBean(DepartmentObject.class);
        this.sample = beans.getBean(SampleObject.class);
        this.lead = beans.getBean(LeadObject.class);
        departments();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i));
        }
        system(() -> {
            makeSamples();
            makeLeads();
            return null;
        });
    }

    /** Works for the company with every right. */
    <T extends @Nullable Object> T system(Supplier<T> work) {
        return CurrentTenant.call(
                tenants.require(tenant.tenant().id()), () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    private void departments() {
        RecordId root = department("公司", null);
        RecordId east = department("华东", root);
        department("上海", east);
        department("西部", root);
    }

    private RecordId department(String name, @Nullable RecordId parent) {
        RecordId id = system(() ->
                records.create(department, Values.of(department.name, name).set(department.parent, parent)));
        Set<RecordId> path = new HashSet<>(parent == null ? Set.of() : above.getOrDefault(parent, Set.of()));
        path.add(id);
        above.put(id, path);
        path.forEach(each -> below.computeIfAbsent(each, d -> new HashSet<>()).add(id));
        return id;
    }

    private Reader person(int number) {
        List<Reader.Role> given = new ArrayList<>(List.of(role(number * 2)));
        if (number % 4 == 3) {
            given.add(role(number * 2 + 1));
        }
        String login = "reader" + number;
        RecordId home = random.nextInt(5) == 0 ? null : made.pick(List.copyOf(below.keySet()));
        String zone = made.pick(ZONES);
        RecordId id = tenant.person(login, given.stream().map(Reader.Role::name).toArray(String[]::new));
        system(() -> {
            records.update(user, id, Values.of(user.department, home).set(user.timeZone, zone));
            return id;
        });
        return new Reader(
                id,
                login,
                ZoneId.of(zone),
                home,
                home == null ? Set.of() : below.getOrDefault(home, Set.of()),
                home == null ? Set.of() : above.getOrDefault(home, Set.of()),
                given);
    }

    private Reader.Role role(int number) {
        boolean filtered = number % 5 == 2;
        String level = filtered ? null : LEVELS.get(number % LEVELS.size());
        Filter filter = filtered ? SCOPES.get(random.nextInt(SCOPES.size())) : null;
        Map<String, String> fields = new LinkedHashMap<>();
        if (number % 12 == 4 || number % 12 == 8) {
            fields.put("name", number % 12 == 4 ? "hidden" : "masked");
        } else if (number % 2 > 0 || number % 4 == 0) {
            for (int i = 0; i < 2; i++) {
                fields.put(made.pick(LIMITED), made.pick(List.of("hidden", "masked")));
            }
        }
        Reader.Role role = new Reader.Role("role_" + number, level, filter, fields);
        Map<String, Object> limits = new HashMap<>();
        fields.forEach((field, right) -> limits.put("sample." + field, right));
        Object read = filter == null ? Objects.requireNonNull(level) : AskedJson.of(filter);
        system(() -> roles.create(Map.of(
                "name",
                role.name(),
                "label",
                Map.of("zh-CN", role.name(), "en", role.name()),
                "objects",
                Map.of(
                        "sample", Map.of("read", read, "export", true),
                        "lead", Map.of("read", level == null ? "own" : level, "create", true)),
                "fields",
                limits)));
        return role;
    }

    private void makeSamples() {
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Values values = made.values(sample).set(CommonFields.OWNER, owner());
            if (i % 4 > 0) {
                values.set(sample.name, "华东 精密");
            }
            if (!ids.isEmpty() && i % 3 > 0) {
                values.set(sample.parent, made.pick(ids.subList(0, Math.min(ids.size(), RECORDS / 3))));
            }
            ids.add(records.create(sample, values));
        }
        ids.forEach(id -> share(records.type(sample), id));
        records.list(Query.of(sample).limit(RECORDS)).forEach(row -> samples.put(row.id(), row));
    }

    private RecordId owner() {
        return made.pick(people).id();
    }

    private void share(ObjectType type, RecordId id) {
        switch (random.nextInt(8)) {
            case 0 -> share(type, id, new Share.With.User(owner()));
            case 1 -> share(type, id, new Share.With.Department(made.pick(List.copyOf(below.keySet()))));
            default -> {}
        }
    }

    private void share(ObjectType type, RecordId id, Share.With with) {
        ShareLevel level = made.pick(List.of(ShareLevel.values()));
        shares.grant(type, id, List.of(with), level);
        sharedWith
                .computeIfAbsent(id, r -> new HashMap<>())
                .put(with instanceof Share.With.User(var person) ? person : ((Share.With.Department) with).id(), level);
    }

    private void makeLeads() {
        List<Values> values = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            values.add(Values.of(lead.name, "线索" + i)
                    .set(lead.mobile, MOBILES.get(i % MOBILES.size()))
                    .set(CommonFields.OWNER, owner()));
        }
        List<RecordId> ids = records.create(lead, values);
        ids.forEach(id -> share(records.type(lead), id));
        records.list(Query.of(lead).limit(LEADS)).forEach(row -> leads.put(row.id(), row));
    }

    /** Who sees the sample itself or its parent sees the sample; parents' parents do not count. */
    boolean sees(Reader reader, Row row) {
        RecordId parent = row.value(sample.parent);
        return !reader.readsNothing()
                && (seesItself(reader, row, ShareLevel.ALONE)
                        || (parent != null
                                && seesItself(reader, Objects.requireNonNull(samples.get(parent)), ShareLevel.READ)));
    }

    boolean seesLead(Reader reader, Row row) {
        return !reader.readsNothing()
                && (isSharedWith(reader, row, ShareLevel.ALONE)
                        || reader.roles().stream()
                                .anyMatch(r -> reaches(r.level() == null ? "own" : r.level(), reader, row)));
    }

    private boolean seesItself(Reader reader, Row row, ShareLevel shared) {
        NaiveFilter everything = new NaiveFilter(samples, sample, r -> true, asker(reader));
        return isSharedWith(reader, row, shared)
                || reader.roles().stream()
                        .anyMatch(r -> r.level() == null
                                ? everything.matches(row, Objects.requireNonNull(r.filter()))
                                : reaches(r.level(), reader, row));
    }

    private static boolean reaches(String level, Reader reader, Row row) {
        RecordId home = row.value(CommonFields.DEPARTMENT);
        boolean own = reader.id().equals(row.value(CommonFields.OWNER));
        return switch (level) {
            case "own" -> own;
            case "department" -> own || (home != null && home.equals(reader.home()));
            case "subtree" -> own || (home != null && reader.below().contains(home));
            case "all" -> true;
            default -> false;
        };
    }

    private boolean isSharedWith(Reader reader, Row row, ShareLevel least) {
        Map<RecordId, ShareLevel> with = sharedWith.getOrDefault(row.id(), Map.of());
        return Stream.concat(Stream.of(reader.id()), reader.path().stream())
                .map(with::get)
                .anyMatch(level -> level != null && level.compareTo(least) >= 0);
    }

    NaiveFilter.Asker asker(Reader reader) {
        return new NaiveFilter.Asker(reader.id(), reader.home(), reader.zone());
    }

    /** What the person's filter finds. */
    List<Row> found(Reader reader, Filter filter) {
        NaiveFilter naive = new NaiveFilter(samples, sample, row -> sees(reader, row), asker(reader));
        return samples.values().stream()
                .filter(row -> sees(reader, row) && naive.matches(row, filter))
                .toList();
    }
}
