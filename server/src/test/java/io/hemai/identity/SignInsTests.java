package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.StartRefused;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import io.hemai.web.StartNotice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sign-ins kept in step with people's records, in the tenant's own transactions. */
@HemaiTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInsTests {
    @Autowired
    StartNotice notice;

    @Autowired
    TestTenants tenants;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    SignIns signIns;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordHashes hashes;

    @Autowired
    Tokens tokens;

    @Autowired
    FirstAdministrator first;

    @Autowired
    DSLContext db;

    private TestTenant tenant;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
    }

    @Test
    void everythingWorksUnderTheTenantsOwnRole() {
        RecordId user = RecordId.next();
        tenant.run(() -> transactions.write(() -> {
            signIns.keep(user, person("inside"));
            passwords.set(user, TestTenant.PASSWORD);
        }));
        var api = tenants.api().signIn(tenant.name(), "inside", TestTenant.PASSWORD);

        tenant.run(() -> transactions.write(() -> {
            assertThat(signIns.any()).isTrue();
            signIns.keep(user, person("renamed"));
            signIns.keep(user, out("renamed"));
        }));
        api.get("/session").expect(401);

        tenant.run(() -> transactions.write(() -> {
            signIns.keep(user, person("renamed"));
        }));
        tenants.api().signIn(tenant.name(), "renamed", TestTenant.PASSWORD);
    }

    @Test
    void whatIsRolledBackNeverWas() {
        RecordId user = RecordId.next();

        assertThatThrownBy(() -> tenant.run(() -> transactions.write(() -> {
                    signIns.keep(user, person("ghost"));
                    throw new IllegalStateException("changed my mind");
                })))
                .hasMessage("changed my mind");

        assertThat(db.fetchValue("select count(*) from platform.sign_in where login = 'ghost'"))
                .isEqualTo(0L);
    }

    @Test
    void tenantsRoleSeesNeitherOthersNorHashes() {
        TestTenant other = tenants.fresh();
        other.person("stranger");

        tenant.run(() -> transactions.read(() -> {
            assertThat(db.fetchValue("select count(distinct tenant) from platform.sign_in"))
                    .isEqualTo(1L);
            assertThat(db.fetchValue("select count(*) from platform.sign_in where login = 'stranger'"))
                    .isEqualTo(0L);
            return 1;
        }));
        for (String secret : new String[] {
            "select password_hash from platform.sign_in", "select csrf from platform.session",
            "select hash from platform.token", "select key from platform.throttle"
        }) {
            assertThatThrownBy(() -> tenant.run(() -> transactions.read(() -> db.fetch(secret))))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> tenant.run(() -> transactions.write(() -> db.execute(
                        "insert into platform.sign_in (id, tenant, user_id, login, label, device, created_at) values"
                                + " (gen_random_uuid(), 'main', gen_random_uuid(), 'x', 'x', 'x', now())"))))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void takenLoginIsRefusedHoweverItIsWritten() {
        tenant.run(() -> signIns.keep(RecordId.next(), person("wang.fang")));

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> tenant.run(() -> signIns.keep(RecordId.next(), person("ＷANG.fang"))));

        assertThat(refusal.code()).isEqualTo(IdentityError.LOGIN_TAKEN);
        assertThat(refusal.problems().getFirst().field()).isEqualTo("login");
        tenants.fresh().run(() -> signIns.keep(RecordId.next(), person("wang.fang")));
    }

    @Test
    void loginNeedsAForm() {
        for (String login : new String[] {"", "  ", "with blank", "x".repeat(101)}) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> tenant.run(() -> signIns.keep(RecordId.next(), person(login))));
            assertThat(refusal.code()).isEqualTo(IdentityError.LOGIN_FORM);
        }
    }

    @Test
    void poorPasswordIsRefusedUnderItsField() {
        RecordId user = tenant.person("careless");

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> tenant.run(() -> passwords.set(user, "1234567890")));

        assertThat(refusal.code()).isEqualTo(IdentityError.PASSWORD_COMMON);
        assertThat(refusal.problems().getFirst().field()).isEqualTo("password");
    }

    @Test
    void changingThePasswordTakesThePresentOne() {
        RecordId user = tenant.person("careful");
        Visitor visitor = new Visitor("192.0.2.1", "", "");

        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> tenant.run(() -> passwords.change(user, "wrong", "a new password 1", visitor)))
                        .code())
                .isEqualTo(IdentityError.PASSWORD_WRONG);
        tenant.run(() -> passwords.change(user, TestTenant.PASSWORD, "a new password 1", visitor));
        tenants.api().signIn(tenant.name(), "careful", "a new password 1");
    }

    @Test
    void firstAdministratorGetsARandomPasswordThatIsShown(CapturedOutput console) {
        TestTenant empty = tenants.fresh();
        db.execute("delete from platform.sign_in where tenant = ?", empty.name());
        empty.run(() -> {
            assertThat(first.isNeeded()).isTrue();
            first.admit(RecordId.next(), "管理员");
            assertThat(first.isNeeded()).isFalse();
        });
        notice.show("Ready");

        var shown = Pattern.compile("Password\\s+(\\S+)").matcher(console.getOut());
        assertThat(shown.find()).isTrue();
        tenants.api().signIn(empty.name(), "admin", shown.group(1));
    }

    @Test
    void firstAdministratorWithAChosenPasswordIsToldTheLoginAlone(CapturedOutput console) {
        TestTenant empty = tenants.fresh();
        db.execute("delete from platform.sign_in where tenant = ?", empty.name());
        empty.run(() -> asking("boss", "a quiet afternoon 7").admit(RecordId.next(), "管理员"));
        notice.show("Ready");

        assertThat(console.getOut()).contains("Sign in as   boss").doesNotContain("a quiet afternoon 7");
        tenants.api().signIn(empty.name(), "boss", "a quiet afternoon 7");
    }

    @Test
    void aNewPasswordAtTheStartTellsOfTokensThatStillLetProgramsIn(CapturedOutput console) {
        TestTenant company = tenants.fresh();
        company.as("boss")
                .post("/tokens", Map.of("name", "sync", "scopes", List.of("records:read")))
                .expect(201);
        company.run(() -> asking("boss", "a quiet evening 7", true).admitAgain());
        notice.show("Ready");

        assertThat(console.getOut()).contains("1 token still lets programs in as boss.");
        tenants.api().signIn(company.name(), "boss", "a quiet evening 7");
    }

    private FirstAdministrator asking(String login, String password) {
        return asking(login, password, false);
    }

    private FirstAdministrator asking(String login, String password, boolean again) {
        return new FirstAdministrator(
                new IdentityProperties(new IdentityProperties.Admin(login, password, again), null),
                signIns,
                passwords,
                hashes,
                tokens,
                notice);
    }

    @Test
    void ownLanguageAndZoneComeWithTheSession() {
        RecordId user = tenant.person("traveller");
        tenant.run(() -> signIns.keep(
                user,
                new SignIns.Person(
                        "traveller", "Traveller", true, Locale.ENGLISH, java.time.ZoneId.of("Europe/Berlin"))));

        var answer = tenants.api()
                .trySignIn(tenant.name(), "traveller", TestTenant.PASSWORD)
                .expect(200);

        assertThat(answer.text("locale")).isEqualTo("en");
        assertThat(answer.text("time_zone")).isEqualTo("Europe/Berlin");
        var api = tenants.api().signIn(tenant.name(), "traveller", TestTenant.PASSWORD);
        assertThat(api.get("/tokens?x=1").text("title")).isEqualTo("Bad request");
    }

    @Test
    void poorPasswordOfTheFirstAdministratorRefusesTheStart() {
        TestTenant empty = tenants.fresh();
        db.execute("delete from platform.sign_in where tenant = ?", empty.name());
        FirstAdministrator poor = asking("boss", "1234567890");

        assertThatThrownBy(() -> empty.run(() -> poor.admit(RecordId.next(), "管理员")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.remedy()).contains("10 characters"));
        empty.run(() -> assertThat(first.isNeeded()).isTrue());
    }

    @Test
    void whoWasLetInFirstIsKnownByTheLoginOfToday() {
        TestTenant company = tenants.fresh();
        company.person("second");
        company.run(() -> signIns.keep(company.person("admin"), person("renamed")));

        assertThat(company.call(signIns::first)).contains("renamed");
    }

    private static SignIns.Person out(String login) {
        return new SignIns.Person(login, login, false, null, null);
    }

    private static SignIns.Person person(String login) {
        return new SignIns.Person(login, login, true, null, null);
    }
}
