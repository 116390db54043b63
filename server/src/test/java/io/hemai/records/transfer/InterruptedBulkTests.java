package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Bulk acts of which one part is done when something happens. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedBulkTests {
    private static final int ROWS = 2_500;
    private static final int OUTAGE_AT = 2_400;
    private static final int FIRST_CHUNK = 2_000;
    private static final long PATIENCE_MILLIS = 30_000;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule outage;

    private TestTenant company;
    private Api admin;
    private Api boss;
    private String bossId;
    private List<String> ids;
    private String path;
    private int number;

    @BeforeAll
    void aCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
    }

    /** The second chunk fails once, and waits some seconds for its next try. */
    @BeforeEach
    void anActThatIsHalfDone() throws InterruptedException {
        String login = "boss" + number++;
        bossId = company.person(login, "sales_manager").toString();
        boss = company.as(login).speaking("en");
        ids = Bulk.made(boss, "sample", ROWS, i -> Map.of("name", i == OUTAGE_AT ? OutageRule.AT : "n" + i));
        outage.arm();
        path = Bulk.ids("sample", ids).set("size", 9).started(boss);
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!outage.happened()) {
            assertThat(System.currentTimeMillis()).as("waiting for the outage").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static void rename(Api api, String id) {
        String at = "/records/sample/" + id;
        api.header("If-Match", api.get(at).expect(200).header("ETag"))
                .patch(at, Map.of("name", "changed"))
                .expect(200);
        api.without("If-Match");
    }

    @Test
    void anotherGoBeginsWhereTheLastOneStoppedAndLeavesWhatChangedMeanwhile() throws InterruptedException {
        rename(admin, ids.getLast());
        rename(admin, ids.getFirst());

        Answer done = Upload.awaited(boss, path);

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("processed").asLong()).isEqualTo(ROWS);
        assertThat(done.at("updated").asLong()).isEqualTo(ROWS - 1);
        assertThat(done.text("/problems/0/code")).isEqualTo("record.stale");
        assertThat(done.text("/problems/0/id")).isEqualTo(ids.getLast());
        assertThat(admin.get("/records/sample/" + ids.get(FIRST_CHUNK - 1))
                        .at("version")
                        .asLong())
                .isEqualTo(2);
        Answer undone = Bulk.undone(boss, path);
        assertThat(undone.at("/undo/restored").asLong()).as(undone.raw()).isEqualTo(ROWS - 1);
    }

    @Test
    void aCancelledActStaysWhereItStandsAndCanBeTakenBack() throws InterruptedException {
        Answer cancelled = boss.post(path + "/cancel", Map.of()).expect(200);

        assertThat(cancelled.text("status")).isEqualTo("failed");
        assertThat(cancelled.text("/error/code")).isEqualTo("bulk.cancelled");
        assertThat(cancelled.at("updated").asLong()).isEqualTo(FIRST_CHUNK);
        boss.post(path + "/cancel", Map.of()).refused(409, "bulk.not_running");
        Answer undone = Bulk.undone(boss, path);
        assertThat(undone.at("/undo/restored").asLong()).as(undone.raw()).isEqualTo(FIRST_CHUNK);
        assertThat(undone.at("updated").asLong()).isEqualTo(FIRST_CHUNK);
    }

    @Test
    void whoIsSwitchedOffActsNoMore() throws InterruptedException {
        String at = "/records/user/" + bossId;
        admin.header("If-Match", admin.get(at).expect(200).header("ETag"))
                .patch(at, Map.of("active", false))
                .expect(200);
        admin.without("If-Match");

        Answer stopped = Upload.awaited(admin, path);

        assertThat(stopped.text("status")).as(stopped.raw()).isEqualTo("failed");
        assertThat(stopped.text("/error/code")).isEqualTo("transfer.person_inactive");
        assertThat(stopped.at("updated").asLong()).isEqualTo(FIRST_CHUNK);
    }
}
