package io.hemai.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.custom.MetaPurge;
import io.hemai.records.Bin;
import io.hemai.records.Records;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settling links is cut off, or what they lead to comes back in the same moment. */
@HemaiTest
class SettledMeanwhileTests {
    private static final String VISIT = "/meta/objects/c_visit";
    private static final String AT = VISIT + "/fields/c_at";

    @Autowired
    TestTenants tenants;

    @Autowired
    Tenants all;

    @Autowired
    MetaPurge purge;

    @Autowired
    DSLContext db;

    @Autowired
    Bin bin;

    @Autowired
    Records records;

    @Autowired
    Metadata metadata;

    private TestTenant tenant;
    private Api admin;
    private String kept;

    @BeforeEach
    void visitsOfAccounts() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        kept = made("account", Map.of("name", "华东精密"));
        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
        admin.post(
                        VISIT + "/fields",
                        Map.of("name", "at", "type", "link", "target", "account", "label", Map.of("en", "At")))
                .expect(201);
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private String visit(String account) {
        return made("c_visit", Map.of("name", "初访", "c_at", account));
    }

    private void leadsTo(String visit, String account) {
        assertThat(admin.get("/records/c_visit/" + visit).expect(200).text("/c_at/id"))
                .isEqualTo(account);
    }

    private void merge(String into, String from) {
        admin.post("/records/account/" + into + "/merge", Map.of("from", List.of(from)))
                .expect(200);
    }

    private void delete(String account) {
        String tag = admin.get("/records/account/" + account).expect(200).header("ETag");
        admin.header("If-Match", tag).delete("/records/account/" + account).expect(204);
        admin.without("If-Match");
    }

    @Test
    void whatACrashCutOffIsSettledLater() {
        String from = made("account", Map.of("name", "旧名"));
        String visit = visit(from);
        merge(kept, from);
        cutOff(visit, from);

        purge.run(tenant.tenant());

        leadsTo(visit, kept);
        assertThat(db.fetch("select 1 from pg_constraint where conname = 'fk_c_visit__c_at' and convalidated"
                        + " and connamespace = '" + tenant.tenant().schema() + "'::regnamespace"))
                .isNotEmpty();
    }

    /** As a process leaves it that dies between restoring and settling. */
    private void cutOff(String visit, String account) {
        String schema = tenant.tenant().schema();
        db.execute("alter table " + schema + ".c_visit drop constraint fk_c_visit__c_at");
        db.execute("update " + schema + ".c_visit set c_at = '" + account + "' where id = '" + visit + "'");
        db.execute("delete from " + schema + ".bin_link");
        db.execute("alter table " + schema + ".c_visit add constraint fk_c_visit__c_at foreign key (c_at) references "
                + schema + ".account (id) not valid");
    }

    @Test
    void restoringOnceMoreGoesOnWithWhatWasCutOff() {
        for (String what : List.of(VISIT, AT)) {
            String from = made("account", Map.of("name", "旧名"));
            String visit = visit(from);
            merge(kept, from);
            cutOff(visit, from);

            admin.post(what + "/restore", Map.of()).expect(200);

            leadsTo(visit, kept);
            admin.post(what + "/restore", Map.of()).refused(409, "meta.not_deleted");
        }
    }

    @Test
    void whatComesBackInTheSameMomentIsLedTo() throws Exception {
        for (boolean locked : List.of(false, true)) {
            String account = made("account", Map.of("name", "进出"));
            String visit = visit(account);
            delete(account);
            cutOff(visit, account);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            CompletableFuture<Void> restoring = CompletableFuture.runAsync(() ->
                    restore(account, locked ? List.of(new RecordId(UUID.fromString(visit))) : List.of(), begun, end));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> settling =
                    CompletableFuture.runAsync(() -> purge.run(tenant.tenant()), Thread::startVirtualThread);
            while (!settling.isDone()
                    && db.fetch("select 1 from pg_locks where not granted").isEmpty()) {
                Thread.sleep(20);
            }

            end.countDown();
            restoring.get(30, TimeUnit.SECONDS);
            settling.get(30, TimeUnit.SECONDS);

            leadsTo(visit, account);
        }
    }

    private void restore(String account, List<RecordId> locked, CountDownLatch begun, CountDownLatch end) {
        CurrentTenant.run(
                all.require(tenant.tenant().id()),
                () -> Acting.run(
                        new SystemIdentity("test", "restoring"),
                        () -> records.together(() -> {
                            records.lock(metadata.current().require("c_visit"), locked);
                            bin.restore("account", new RecordId(UUID.fromString(account)));
                            begun.countDown();
                            try {
                                return end.await(30, TimeUnit.SECONDS);
                            } catch (InterruptedException stopped) {
                                throw new IllegalStateException(stopped);
                            }
                        })));
    }
}
