package io.hemai.testing;

import io.hemai.access.Role;
import io.hemai.identity.Acting;
import io.hemai.identity.Passwords;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.env.Environment;

/** Makes tenants for tests, so that each test class has its own. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTenants {
    private static final SystemIdentity TESTING = new SystemIdentity("test", "a test needs people");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Tenants tenants;
    private final Records records;
    private final UserObject user;
    private final Passwords passwords;
    private final Environment environment;

    TestTenants(Tenants tenants, Records records, UserObject user, Passwords passwords, Environment environment) {
        this.tenants = tenants;
        this.records = records;
        this.user = user;
        this.passwords = passwords;
        this.environment = environment;
    }

    /** A new tenant with an administrator. */
    public TestTenant fresh() {
        Tenant tenant = tenants.create(new TenantId("test_" + NUMBER.incrementAndGet()), "测试公司");
        TestTenant made = new TestTenant(this, tenant);
        made.person("admin", Role.ADMIN);
        return made;
    }

    /** The tenant that is there from the first start, which all tests share. */
    public TestTenant main() {
        return new TestTenant(this, tenants.require(TenantId.MAIN));
    }

    /** A client that is not signed in. */
    public Api api() {
        return Api.at(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    RecordId person(Tenant tenant, String login, String password, List<String> roles) {
        return CurrentTenant.call(
                tenant,
                () -> Acting.call(TESTING, () -> {
                    RecordId person = records.create(
                            user,
                            Values.of(user.name, login).set(user.login, login).set(user.roles, roles));
                    passwords.set(person, password);
                    return person;
                }));
    }
}
