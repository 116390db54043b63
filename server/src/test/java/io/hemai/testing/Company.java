package io.hemai.testing;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** One company that tests of business objects work in together, each with records of its own. */
public final class Company {
    private static final TenantId ID = new TenantId("company");
    private static final SystemIdentity TEST = new SystemIdentity("test", "a test");

    private final Tenant tenant;

    private Company(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The company, made by the first who asks. */
    public static synchronized Company in(Tenants tenants) {
        return new Company(tenants.find(ID).orElseGet(() -> tenants.create(ID, "测试公司")));
    }

    /** Works with all rights. */
    public <T> T call(Supplier<T> work) {
        return as(TEST, work);
    }

    /** Works with all rights. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** A new person with the roles, in no department. */
    public UserIdentity person(Records records, UserObject user, String... roles) {
        String login = "p" + RecordId.next();
        RecordId made = call(() -> records.create(
                user, Values.of(user.name, "王芳").set(user.login, login).set(user.roles, List.of(roles))));
        return new UserIdentity(
                made, "王芳", ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE, null, Set.of(Scope.values()));
    }

    /** Works as somebody. */
    public <T> T as(Identity who, Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> Acting.call(who, work));
    }
}
