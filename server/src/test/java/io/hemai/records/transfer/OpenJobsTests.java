package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.JobState;
import io.hemai.records.store.MassActStore;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much of what is done in the background one may ask for before some of it has ended. */
@HemaiTest
class OpenJobsTests {
    private static final Map<String, Object> EXPORT = Map.of("object", "sample");

    @Autowired
    TestTenants tenants;

    @Autowired
    MassActStore store;

    @Autowired
    Backlog backlog;

    @Autowired
    TenantTransactions transactions;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void company() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
    }

    /** Imports that wait for ever, since no worker is told of them. */
    private List<RecordId> waiting(Identity who, int many) {
        return company.call(() -> Acting.call(
                who, () -> IntStream.range(0, many).mapToObj(i -> waiting()).toList()));
    }

    private RecordId waiting() {
        RecordId id = RecordId.next();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        store.create(MassActStore.Job.queued(id, ImportTask.KIND, "sample", "{}", 1, "{}", now));
        return id;
    }

    private void end(RecordId job) {
        UUID worker = UUID.randomUUID();
        company.run(() -> {
            store.begin(job, worker);
            store.finish(job, worker, JobState.DONE, null);
        });
    }

    private Identity administrator() {
        RecordId id = company.person("admin");
        return UserIdentity.signedIn(id, "admin", ZoneOffset.UTC, Locale.ENGLISH);
    }

    @Test
    void aPersonStartsNoMoreThanTenUntilOneHasEnded() {
        List<RecordId> jobs = waiting(administrator(), Limits.OPEN_JOBS);
        String id = Bulk.made(admin, "sample", 1, i -> Map.of("name", "n")).getFirst();

        Answer refused = admin.post("/exports", EXPORT).refused(409, "transfer.too_many_open");
        assertThat(refused.text("detail")).contains("10").contains("Wait until one of them has ended");
        Upload.of("sample", "name\nx\n").to(admin).refused(409, "transfer.too_many_open");
        Bulk.ids("sample", List.of(id)).set("size", 1).to(admin).refused(409, "transfer.too_many_open");
        company.as("other", "admin").post("/exports", EXPORT).expect(202);

        end(jobs.getFirst());
        admin.post("/exports", EXPORT).expect(202);
    }

    @Test
    void takingBackIsNeverTooMuch() {
        List<RecordId> jobs = waiting(administrator(), Limits.OPEN_JOBS);
        company.run(() -> jobs.forEach(job -> {
            end(job);
            store.beginUndo(job, JobState.DONE, "{}");
        }));
        admin.post("/exports", EXPORT).expect(202);
    }

    @Test
    void thereIsRoomBeforeAnythingElseIsDone() {
        waiting(administrator(), Limits.OPEN_JOBS);
        Upload.of("sample", "no rows\n").to(admin).refused(409, "transfer.too_many_open");
        Bulk.ids("sample", List.of(RecordId.next().toString()))
                .set("size", 1)
                .with("expected", 7)
                .to(admin)
                .refused(409, "transfer.too_many_open");
    }

    @Test
    void ofThoseWhoAskAtOnceOneGetsTheLastPlace() throws InterruptedException {
        Identity who = administrator();
        waiting(who, Limits.OPEN_JOBS - 1);
        List<Boolean> kept = AtOnce.run(
                4,
                i -> company.call(() -> {
                    try {
                        transactions.write(() -> Acting.run(who, () -> {
                            backlog.requireRoom();
                            waiting();
                        }));
                        return true;
                    } catch (Refusal full) {
                        return false;
                    }
                }));
        assertThat(kept).containsOnlyOnce(true);
    }

    @Test
    void aCompanyStartsNoMoreThanFifty() {
        waiting(new SystemIdentity("test", "fills the queue"), Limits.OPEN_JOBS_OF_ALL);
        admin.post("/exports", EXPORT).refused(409, "transfer.too_many_open_of_all");
        tenants.fresh().admin().post("/exports", EXPORT).expect(202);
    }
}
