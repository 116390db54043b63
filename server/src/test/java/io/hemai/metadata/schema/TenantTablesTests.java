package io.hemai.metadata.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.database.RawSql;
import io.hemai.database.Transactions;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How tenants are prepared at every start. */
@HemaiTest
class TenantTablesTests {
    private static final Logger LOG = LoggerFactory.getLogger(TenantTablesTests.class);

    @Autowired
    Tenants tenants;

    @Autowired
    Metadata metadata;

    @Autowired
    MetaState state;

    @Autowired
    SchemaComparison comparison;

    @Autowired
    SchemaLock lock;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    RawSql sql;

    /** On a machine that has other work, {@code -Dhemai.tenants=6} lets a few stand for the hundred. */
    @Test
    void hundredTenantsStartInHalfAMinute() throws Exception {
        List<TenantId> ids = IntStream.range(0, Integer.getInteger("hemai.tenants", 100))
                .mapToObj(i -> new TenantId("many" + i))
                .toList();
        long begun = System.nanoTime();
        create(ids);

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            TenantId id = ids.get(i % ids.size());
            // a version that no cache knows
            db.execute("update platform.tenant set metadata_version = metadata_version + 1 where id = ?", id.name());
            tenants.prepare(tenants.require(id));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info(
                "{} tenants were made in {} and a hundred started in {}",
                ids.size(),
                Duration.ofNanos(start - begun),
                took);

        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(ids.stream()
                        .map(tenants::require)
                        .map(tenant -> CurrentTenant.call(tenant, metadata::current))
                        .distinct())
                .as("objects in memory")
                .hasSize(1);
    }

    private void create(List<TenantId> ids) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Tenant>> makers = ids.stream()
                    .<Callable<Tenant>>map(id -> () -> tenants.create(id, "Many"))
                    .toList();
            for (Future<Tenant> made : threads.invokeAll(makers)) {
                assertThat(made.get().schema()).startsWith("t_many");
            }
        }
    }

    @Test
    void tableThatStaysBusyIsARefusalAndNotAFailure() throws Exception {
        tenants.create(new TenantId("busy"), "Busy");
        PatientLocks impatient = new PatientLocks(transactions, sql, 2);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> db.transaction(t -> {
                t.dsl().execute("lock table t_busy.sample in access share mode");
                held.countDown();
                enough.await();
            }));
            held.await();
            assertThatThrownBy(() -> impatient.write(() -> {
                        db.execute("alter table t_busy.sample add column more text");
                    }))
                    .isInstanceOfSatisfying(
                            Refusal.class, busy -> assertThat(busy.code()).isEqualTo(MetadataError.BUSY));
            enough.countDown();
            holder.get();
        }
    }

    @Test
    void lostColumnComesBackWhenTheShapeIsNotKnownToBeWhole() {
        Tenant tenant = tenants.create(new TenantId("lossy"), "Lossy");
        db.execute("alter table t_lossy.sample drop column note");
        db.execute("update t_lossy.meta_state set value = 'of an earlier release'");

        tenants.prepare(tenant);

        assertThat(db.fetch("select note from t_lossy.sample")).isEmpty();
    }

    @Test
    void indexesOfArraysFromBeforeAreTuned() {
        Tenant old = tenants.create(new TenantId("untuned"), "Untuned");
        db.execute("alter index t_untuned.search_entry_grams set (fastupdate = off, gin_pending_list_limit = 64)");
        db.execute("create index gin_sample__labels on t_untuned.sample using gin (labels)");
        db.execute("delete from t_untuned.meta_migration");
        db.execute("delete from t_untuned.meta_state");

        tenants.prepare(old);

        assertThat(db.fetchValue(
                        "select reloptions from pg_class where oid = 't_untuned.search_entry_grams'::regclass"))
                .isNull();
        assertThat(db.fetch("select indexname from pg_indexes where schemaname = 't_untuned'"
                                + " and tablename = 'sample' and indexdef like '%gin (labels)%'")
                        .getValues(0, String.class))
                .containsExactly("gins_sample__labels");
    }

    @Test
    void migrationRunsOnceInTenantsThatStand() {
        Tenant old = tenants.create(new TenantId("older"), "Older");
        db.execute("alter table t_older.sample rename column note to remark");
        TenantMigration rename = new TenantMigration() {
            @Override
            public long number() {
                return 2026112301;
            }

            @Override
            public void migrate(Tenant tenant) {
                db.execute("alter table " + tenant.schema() + ".sample rename column remark to note");
            }
        };
        TenantTables later = new TenantTables(metadata, state, comparison, lock, transactions, List.of(rename));

        CurrentTenant.run(old, () -> later.prepare(old));
        CurrentTenant.run(old, () -> later.prepare(old));

        assertThat(state.migrated("t_older")).contains(2026112301L);
        db.execute("create schema t_newer");
        assertThat(comparison.isNew("t_newer", Shapes.of(metadata.declared()).values()))
                .isTrue();
    }
}
