package io.hemai.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.access.Role;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.records.Records;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of a tenant that cannot be made ready, and of one that is made by halves. */
@HemaiTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenTenantTests {
    @Autowired
    TestTenants testTenants;

    @Autowired
    Tenants tenants;

    @Autowired
    Preparation preparation;

    @Autowired
    Records records;

    @Autowired
    DSLContext db;

    @Test
    void brokenTenantIsSetAsideAndIsBackAtTheNextStartOnceMended(CapturedOutput log) {
        TestTenant broken = testTenants.fresh();
        TestTenant neighbour = testTenants.fresh();
        Api sound = neighbour.admin();
        Api session = broken.admin();
        Api program = session.token(session.post("/tokens", Map.of("name", "t", "scopes", List.of("meta:read")))
                .expect(201)
                .text("token"));
        String schema = broken.tenant().schema();
        db.execute("alter table " + schema + ".card rename to card_kept");
        db.execute("create view " + schema + ".card as select 1 as nothing");
        db.execute("update " + schema + ".meta_state set value = 'of an earlier release'");

        assertThat(start(broken, neighbour)).containsExactly(broken.tenant().id());

        assertThat(log).contains("tenant " + broken.name() + " is set aside");
        session.get("/session").refused(503, "tenant.set_aside");
        program.get("/meta/objects").refused(503, "tenant.set_aside");
        Answer refused = testTenants.api().trySignIn(broken.name(), "admin", TestTenant.PASSWORD);
        assertThat(refused.refused(503, "tenant.set_aside").text("detail")).contains(broken.name());
        testTenants
                .api()
                .trySignIn(broken.name(), "admin", "a wrong password")
                .refused(401, "session.wrong_credentials");
        sound.get("/session").expect(200);
        assertThat(listed(broken.name())).isEqualTo("set_aside");

        db.execute("drop view " + schema + ".card");
        db.execute("alter table " + schema + ".card_kept rename to card");
        assertThat(start(broken, neighbour)).isEmpty();

        session.get("/session").expect(200);
        program.get("/meta/objects").expect(200);
        assertThat(listed(broken.name())).isEqualTo("active");
    }

    /** A start, as far as it concerns these. */
    private List<TenantId> start(TestTenant... some) {
        Set<String> names = Arrays.stream(some).map(TestTenant::name).collect(Collectors.toSet());
        return preparation.run(tenants.all().stream()
                .filter(listed -> names.contains(listed.tenant().id().name()))
                .toList());
    }

    private String listed(String tenant) {
        Api operator = testTenants.main().as("operator_" + RecordId.next(), Role.ADMIN);
        for (var item : operator.get("/tenants").expect(200).at("/items")) {
            if (item.at("/name").asString().equals(tenant)) {
                return item.at("/state").asString();
            }
        }
        return "";
    }

    @Test
    void busyTableIsNoReasonToSetATenantAside() throws Exception {
        TestTenant busy = testTenants.fresh();
        String schema = busy.tenant().schema();
        db.execute("alter table " + schema + ".card drop column remark");
        db.execute("update " + schema + ".meta_state set value = 'of an earlier release'");
        Thread holder = Thread.ofVirtual()
                .unstarted(() -> db.transaction(
                        t -> t.dsl().execute("lock table " + schema + ".card in share mode; select pg_sleep(2)")));
        holder.start();

        assertThat(start(busy)).isEmpty();

        holder.join();
        assertThat(db.fetch("select remark from " + schema + ".card")).isEmpty();
    }

    @Test
    void tenantThatWasMadeByHalvesIsCompleted() {
        db.execute("insert into platform.tenant (id, label, state) values ('half', 'Half', 'making')");
        TenantId half = new TenantId("half");
        assertThat(tenants.find(half)).isEmpty();
        assertThatThrownBy(() -> tenants.require(half))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(TenancyError.SET_ASIDE));

        assertThat(tenants.create(half, "Whole").label()).isEqualTo("Whole");

        assertThatThrownBy(() -> tenants.create(half, "Again"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(TenancyError.EXISTS));
        assertThat(tenants.require(half).label()).isEqualTo("Whole");
    }

    @Test
    void tenantLeftWithoutAnybodyIsFoundedByTheNextAttempt() {
        tenants.create(new TenantId("nobody"), "Nobody");
        Api operator = testTenants.main().as("operator_" + RecordId.next(), Role.ADMIN);
        Map<String, Object> wanted = Map.of(
                "name", "nobody", "label", "Nobody", "admin", Map.of("login", "boss", "password", TestTenant.PASSWORD));

        operator.post("/tenants", wanted).expect(201);

        testTenants.api().signIn("nobody", "boss", TestTenant.PASSWORD);
        operator.post("/tenants", wanted).refused(409, "tenant.exists");
    }

    @Test
    void nothingIsReadOrWrittenWithoutATenant() {
        SystemIdentity self = new SystemIdentity("test", "a test");

        assertThatThrownBy(() -> Acting.call(self, () -> records.count("sample", Filter.all())))
                .hasMessage("no tenant is bound");
        assertThatThrownBy(() -> Acting.run(self, () -> records.together(() -> 1)))
                .hasMessage("no tenant is bound");
    }
}
