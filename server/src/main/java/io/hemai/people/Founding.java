package io.hemai.people;

import io.hemai.access.Role;
import io.hemai.identity.Acting;
import io.hemai.identity.Passwords;
import io.hemai.identity.SignIns;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenancyError;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives a new company what nobody could make otherwise: its first department and its administrator. */
@Component
public class Founding {
    private static final SystemIdentity FOUNDING = new SystemIdentity("founding", "the company is new");

    private final Tenants tenants;
    private final Records records;
    private final Passwords passwords;
    private final SignIns signIns;
    private final UserObject user;
    private final DepartmentObject department;

    Founding(
            Tenants tenants,
            Records records,
            Passwords passwords,
            SignIns signIns,
            UserObject user,
            DepartmentObject department) {
        this.tenants = tenants;
        this.records = records;
        this.passwords = passwords;
        this.signIns = signIns;
        this.user = user;
        this.department = department;
    }

    /** Makes a tenant with an administrator who can sign in at once; refuses with everything that is wrong. */
    public Tenant found(String name, String label, String login, String password) {
        Problems problems = new Problems();
        if (!TenantId.valid(name)) {
            problems.add("name", TenancyError.INVALID_NAME, name);
        }
        if (label.isBlank()) {
            problems.add("label", KernelError.MISSING, "label");
        }
        if (login.isBlank()) {
            problems.add("admin.login", KernelError.MISSING, "login");
        }
        try {
            passwords.check(login, password);
        } catch (Refusal poor) {
            poor.problems()
                    .forEach(p ->
                            problems.add("admin.password", p.code(), p.args().toArray()));
        }
        problems.refuseIfAny();
        Tenant tenant = begun(new TenantId(name)).orElseGet(() -> tenants.create(new TenantId(name), label.strip()));
        CurrentTenant.run(
                tenant,
                () -> records.together(() -> {
                    passwords.set(administrator(login), password);
                    return tenant;
                }));
        return tenant;
    }

    /** The tenant that an earlier attempt made and left without anybody who can sign in. */
    private Optional<Tenant> begun(TenantId id) {
        return tenants.find(id).filter(tenant -> CurrentTenant.call(tenant, () -> !signIns.any()));
    }

    /** Makes the bound tenant's administrator, in a department that stands for the company. */
    RecordId administrator(String login) {
        return Acting.call(
                FOUNDING,
                () -> records.together(() -> {
                    RecordId company =
                            records.create(department, Values.of(department.name, isChinese() ? "公司" : "Company"));
                    return records.create(
                            user,
                            Values.of(user.name, administratorName())
                                    .set(user.login, login)
                                    .set(user.department, company)
                                    .set(user.roles, List.of(Role.ADMIN)));
                }));
    }

    /** What the first administrator is called until somebody writes a better name. */
    static String administratorName() {
        return isChinese() ? "管理员" : "Administrator";
    }

    private static boolean isChinese() {
        return CurrentTenant.get().locale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
