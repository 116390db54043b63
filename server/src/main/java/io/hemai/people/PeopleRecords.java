package io.hemai.people;

import io.hemai.access.Departments;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells rights who works where with which roles. */
@Component
class PeopleRecords implements PeopleSource {
    private static final SystemIdentity READING = new SystemIdentity("people", "rights are worked out");

    private final Records records;
    private final UserObject user;
    private final DepartmentObject department;

    PeopleRecords(Records records, UserObject user, DepartmentObject department) {
        this.records = records;
        this.user = user;
        this.department = department;
    }

    @Override
    public Optional<Person> person(RecordId id) {
        return reading(() -> records.find(Query.of(user).where(CommonFields.ID.is(id))))
                .map(this::person);
    }

    @Override
    public Map<RecordId, Person> persons(Collection<RecordId> ids) {
        return reading(() -> records.rows(user.name(), ids)).values().stream()
                .collect(Collectors.toMap(Row::id, this::person));
    }

    private Person person(Row row) {
        List<String> roles = row.value(user.roles);
        return new Person(
                row.id(),
                row.label(),
                row.value(user.department),
                roles == null ? Set.of() : Set.copyOf(roles),
                Boolean.TRUE.equals(row.value(user.active)),
                row.value(user.manager));
    }

    @Override
    public Departments departments() {
        return new Departments(reading(() -> records.list(Query.of(department).limit(Limits.BATCH))).stream()
                .map(row -> new Departments.Node(row.id(), row.value(department.parent), row.value(department.manager)))
                .toList());
    }

    @Override
    public long holders(String role) {
        return reading(() -> records.count(user.name(), withRole(role)));
    }

    private Filter withRole(String role) {
        return Filter.leaf(user.roles.name(), Op.CONTAINS, List.of(role));
    }

    /** How many active users have the role. */
    long activeHolders(String role) {
        return reading(() -> records.count(user.name(), withRole(role).and(user.active.is(true))));
    }

    private static <T> T reading(Supplier<T> work) {
        return Acting.call(READING, work);
    }
}
