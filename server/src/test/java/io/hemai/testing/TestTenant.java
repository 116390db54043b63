package io.hemai.testing;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A tenant of a test's own, with an administrator called {@code admin}. */
public final class TestTenant {
    /** The password of everybody in it. */
    public static final String PASSWORD = "correct horse 42";

    private final TestTenants tenants;
    private final Tenant tenant;
    private final Map<String, RecordId> people = new ConcurrentHashMap<>();

    TestTenant(TestTenants tenants, Tenant tenant) {
        this.tenants = tenants;
        this.tenant = tenant;
    }

    /** As it was made. */
    public Tenant tenant() {
        return tenant;
    }

    /** Its name. */
    public String name() {
        return tenant.id().name();
    }

    /** Adds a person with the login, the usual password and the roles, unless there is one with the login. */
    public RecordId person(String login, String... roles) {
        return people.computeIfAbsent(login, l -> tenants.person(tenant, l, PASSWORD, List.of(roles)));
    }

    /** A client signed in as the person, who is added with the roles when there is none. */
    public Api as(String login, String... roles) {
        person(login, roles);
        return tenants.api().signIn(name(), login, PASSWORD);
    }

    /**
     * A client signed in as the first person of a new role, who has its name.
     *
     * @param objects what the role may do, by object
     * @param fields where it may less, by object and field
     */
    public Api having(String role, Map<String, ?> objects, Map<String, ?> fields) {
        admin().post("/roles", Map.of("name", role, "label", role, "objects", objects, "fields", fields))
                .expect(201);
        return as(role, role);
    }

    /** A client signed in as the administrator. */
    public Api admin() {
        return as("admin");
    }

    /** Does work for the tenant. */
    public <T> T call(Supplier<T> work) {
        return CurrentTenant.call(tenant, work);
    }

    /** Does work for the tenant. */
    public void run(Runnable work) {
        CurrentTenant.run(tenant, work);
    }
}
