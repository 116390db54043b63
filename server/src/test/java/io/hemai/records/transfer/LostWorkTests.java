package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.records.store.TransferQueue;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work that nobody can do just now waits until somebody can. */
@HemaiTest
class LostWorkTests {
    private static final Table<Record> JOBS = DSL.table(name("platform", "transfer_job"));
    private static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> UNTIL =
            DSL.field(name("leased_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(40);
    private static final long PATIENCE_MILLIS = 30_000;

    @Autowired
    TestTenants tenants;

    @Autowired
    TransferQueue queue;

    @Autowired
    TransferWorker worker;

    @Autowired
    OutageRule rule;

    @Autowired
    BulkTask task;

    @Autowired
    DSLContext sql;

    /** Whether the work is there after a worker has looked at it: free to be taken in a while. */
    private boolean waits(TenantId tenant, String kind) throws InterruptedException {
        RecordId id = RecordId.next();
        queue.add(id, tenant, null, kind, Duration.ZERO);
        worker.look();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            Optional<OffsetDateTime> until =
                    sql.select(UNTIL).from(JOBS).where(ID.eq(id.value())).fetchOptional(row -> row.value1());
            if (until.isEmpty()) {
                return false;
            }
            if (until.get().isAfter(OffsetDateTime.now(ZoneOffset.UTC).plus(LONGER_THAN_A_LEASE))) {
                sql.deleteFrom(JOBS).where(ID.eq(id.value())).execute();
                return true;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nobody looked at the work");
    }

    @Test
    void ofACompanyThatIsSetAsideItStays() throws InterruptedException {
        TenantId company = tenants.fresh().tenant().id();
        sql.update(DSL.table(name("platform", "tenant")))
                .set(DSL.field(name("state"), SQLDataType.VARCHAR), "set_aside")
                .where(DSL.field(name("id"), SQLDataType.VARCHAR).eq(company.name()))
                .execute();

        assertThat(waits(company, ImportTask.KIND)).isTrue();
    }

    @Test
    void ofAKindThatOnlyANewerNodeKnowsItStays() throws InterruptedException {
        assertThat(waits(tenants.fresh().tenant().id(), "sorcery")).isTrue();
    }

    @Test
    void whoLostAnActForgetsNothingOfIt() throws InterruptedException {
        Api admin = tenants.fresh().admin();
        List<String> ids =
                Bulk.made(admin, "sample", Limits.CHUNK + 1, i -> Map.of("name", i == 0 ? OutageRule.AT : "n" + i));
        rule.meanwhile(() -> {
            String running = admin.get("/bulk").expect(200).text("/items/0/id");
            task.fail(
                    new RecordId(UUID.fromString(running)), UUID.randomUUID(), Refusal.of(TransferError.TOKEN_REVOKED));
        });

        Answer done = Bulk.ids("sample", ids).set("size", 9).done(admin);

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("updated").asInt()).isEqualTo(Limits.CHUNK + 1);
    }

    @Test
    void ofACompanyThatIsNoneItGoes() throws InterruptedException {
        assertThat(waits(new TenantId("nowhere"), ImportTask.KIND)).isFalse();
    }
}
