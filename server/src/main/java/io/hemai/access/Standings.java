package io.hemai.access;

import io.hemai.database.CommittedCache;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where the people of a tenant stand and what follows from it, kept until the tenant's people, roles or objects change: the
 * versions come with every request, so an unchanged one costs no statement.
 */
@Component
class Standings {
    private static final int PEOPLE = 20_000;
    private static final int COMPANIES = 500;

    private final Metadata metadata;
    private final Roles roles;
    private final ObjectProvider<PeopleSource> people;
    private final CommittedCache<Moment, Company> companies = new CommittedCache<>(COMPANIES);
    private final CommittedCache<PersonThen, Entitled> persons = new CommittedCache<>(PEOPLE);

    Standings(Metadata metadata, Roles roles, ObjectProvider<PeopleSource> people) {
        this.metadata = metadata;
        this.roles = roles;
        this.people = people;
    }

    /** Where the user stands now; nowhere when there is no such user or the user is switched off. */
    Standing of(RecordId user) {
        return entitled(user).standing;
    }

    /** What the user may do with the object now. */
    Rights rights(RecordId user, ObjectType type) {
        return entitled(user).on(type);
    }

    /** What the user would read of the object now if it did not matter which fields a record names. */
    Filter readableDespiteNames(RecordId user, ObjectType type) {
        return entitlements(entitled(user).standing).readableDespiteNames(type);
    }

    private Entitlements entitlements(Standing standing) {
        return new Entitlements(standing, metadata::current, metadata::withAway, metadata::gone);
    }

    private Entitled entitled(RecordId user) {
        return persons.get(new PersonThen(Moment.now(), user), this::load);
    }

    private Entitled load(PersonThen key) {
        Company company =
                companies.get(key.moment(), k -> new Company(people.getObject().departments(), roles.all()));
        Standing standing = people.getObject()
                .person(key.user())
                .map(p -> Standing.of(p, company.departments(), company.roles()))
                .orElseGet(() -> Standing.nobody(key.user()));
        return new Entitled(standing);
    }

    private record Moment(TenantId tenant, long rightsVersion, long metadataVersion) {
        static Moment now() {
            Tenant tenant = CurrentTenant.get();
            return new Moment(tenant.id(), tenant.rightsVersion(), tenant.metadataVersion());
        }
    }

    private record PersonThen(Moment moment, RecordId user) {}

    private record Company(Departments departments, List<Role> roles) {}

    /** One person's rights, worked out object by object when first asked. */
    private final class Entitled {
        private final Standing standing;
        private final Map<String, Known> byObject = new ConcurrentHashMap<>();

        Entitled(Standing standing) {
            this.standing = standing;
        }

        Rights on(ObjectType type) {
            Known known = byObject.get(type.name());
            if (known == null || known.type() != type) {
                known = new Known(type, entitlements(standing).on(type));
                byObject.put(type.name(), known);
            }
            return known.rights();
        }
    }

    private record Known(ObjectType type, Rights rights) {}
}
