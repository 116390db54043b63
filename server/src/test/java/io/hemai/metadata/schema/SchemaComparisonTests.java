package io.hemai.metadata.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.TestObjects;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What tables come out of objects, and how tables that stand are completed. */
@HemaiTest
class SchemaComparisonTests {
    @Autowired
    SchemaComparison comparison;

    @Autowired
    CatalogReader catalog;

    @Autowired
    PatientLocks locks;

    @Autowired
    Tenants tenants;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext db;

    private String schema = "";

    @BeforeEach
    void freshTenant() {
        TenantId id = new TenantId("shape" + ThreadLocalRandom.current().nextInt(1_000_000));
        schema = tenants.create(id, "Shapes").schema();
    }

    static class Harbour extends StandardObject {
        final Field<String> name = add(text("name").required().naming());

        Harbour() {
            super("harbour");
        }
    }

    static class Vessel extends StandardObject {
        final Field<String> name = add(text("name").required().naming());
        final Field<String> callSign = add(text("call_sign").unique());
        final Field<String> status = add(choice("status", "afloat", "docked").phase());
        final Field<Money> price = add(money("price").indexed());
        final Field<RecordId> home = add(link("home", "harbour", "vessels"));
        final Field<RecordId> escort = add(link("escort", "vessel", "escorted", OnDelete.RESTRICT));

        Vessel() {
            super("vessel");
        }
    }

    static class LaterVessel extends Vessel {
        final Field<Long> crew = add(integer("crew").indexed());
        final Field<RecordId> refuge = add(link("refuge", "harbour", "refugees"));
    }

    private void complete(StandardObject... declared) {
        ObjectTypes types = TestObjects.of(declared);
        comparison.complete(schema, Shapes.of(types).values());
    }

    @Test
    void fieldsBecomeTypedColumns() {
        complete(new Harbour(), new Vessel());

        assertThat(catalog.read(schema).columns().get("vessel"))
                .contains(
                        entry("id", "uuid"),
                        entry("version", "bigint"),
                        entry("external_id", "text"),
                        entry("created_at", "timestamp with time zone"),
                        entry("updated_by", "uuid"),
                        entry("call_sign", "text"),
                        entry("price", "numeric"),
                        entry("price_currency", "text"),
                        entry("price_base", "numeric"),
                        entry("home", "uuid"))
                .doesNotContainKey("owner");
    }

    @Test
    void indexesComeByThemselves() {
        complete(new Harbour(), new Vessel());

        assertThat(catalog.read(schema).indexes())
                .contains(
                        "pk_vessel",
                        "uq_vessel__external_id",
                        "uq_vessel__call_sign_fold",
                        "ix_vessel__name_pinyin__id",
                        "ix_vessel__name_fold__id",
                        "ix_vessel__status__updated_at__id",
                        "ix_vessel__price_base__id",
                        "ix_vessel__created_at__id",
                        "ix_vessel__updated_at__id",
                        "ixs_vessel__home__id",
                        "ixs_vessel__escort__id")
                .noneMatch(index -> index.contains("created_by"));
    }

    @Test
    void linksAreForeignKeysAndTextIsUniqueAsItCompares() {
        complete(new Harbour(), new Vessel());
        insert("call_sign", "'DBAB'");

        assertThatThrownBy(() -> insert("call_sign", "'ｄｂａｂ '")).hasMessageContaining("uq_vessel__call_sign_fold");
        assertThatThrownBy(() -> insert("home", "gen_random_uuid()")).hasMessageContaining("fk_vessel__home");
        insert("call_sign", "null");
        insert("call_sign", "null");
    }

    @Test
    void whatIsMissingIsAddedAndRowsStay() {
        complete(new Harbour(), new Vessel());
        insert("call_sign", "'DBAB'");
        insert("call_sign", "'DBAC'");
        assertThatThrownBy(() -> db.execute(
                        "create unique index concurrently ix_vessel__crew__id on " + schema + ".vessel (name)"))
                .hasMessageContaining("could not create unique index");
        assertThat(catalog.read(schema).broken()).containsExactly("ix_vessel__crew__id");

        complete(new Harbour(), new LaterVessel());

        Catalog has = catalog.read(schema);
        assertThat(has.columns().get("vessel")).contains(entry("crew", "bigint"), entry("refuge", "uuid"));
        assertThat(has.indexes()).contains("ix_vessel__crew__id", "ixs_vessel__refuge__id");
        assertThat(has.broken()).isEmpty();
        assertThat(has.references()).contains("fk_vessel__refuge");
        assertThat(db.fetchCount(db.selectFrom(schema + ".vessel"))).isEqualTo(2);

        complete(new Harbour(), new Vessel());
        assertThat(catalog.read(schema).columns().get("vessel")).containsKey("crew");
    }

    @Test
    void linkToAnObjectThatComesLaterIsBoundThen() {
        complete(new Vessel());
        assertThat(catalog.read(schema).references())
                .contains("fk_vessel__escort")
                .doesNotContain("fk_vessel__home");

        complete(new Harbour(), new Vessel());
        assertThat(catalog.read(schema).references()).contains("fk_vessel__home");
    }

    @Test
    void changedTypeWantsAMigration() {
        complete(new Harbour(), new Vessel());
        db.execute("alter table " + schema + ".vessel alter column price_base type text");

        assertThatThrownBy(() -> complete(new Harbour(), new Vessel())).hasMessageContaining("TenantMigration");
    }

    @Test
    void busyTableIsWaitedForWithoutStallingItsUsers() throws Exception {
        complete(new Harbour(), new Vessel());
        CountDownLatch reading = new CountDownLatch(1);
        Thread slowReader = Thread.startVirtualThread(() -> transactions.executeWithoutResult(status -> {
            db.execute("select count(*) from " + schema + ".vessel");
            reading.countDown();
            db.execute("select pg_sleep(2)");
        }));
        reading.await();
        AtomicLong slowest = new AtomicLong();
        Thread writer = Thread.startVirtualThread(() -> {
            while (slowReader.isAlive()) {
                long start = System.nanoTime();
                insert("call_sign", "null");
                slowest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), Math::max);
            }
        });

        complete(new Harbour(), new LaterVessel());
        writer.join();

        assertThat(catalog.read(schema).columns().get("vessel")).containsKey("crew");
        assertThat(slowest).as("milliseconds of the slowest write").hasValueLessThan(1_500);
    }

    @Test
    void namesThatAreTooLongStayApart() {
        String table = "c_" + "a".repeat(40);
        Map<String, String> names = Map.of(
                IndexShape.sparse(table, "c_" + "b".repeat(40), "id").name(), "one",
                IndexShape.sparse(table, "c_" + "b".repeat(41), "id").name(), "other");

        assertThat(names)
                .hasSize(2)
                .allSatisfy((name, which) -> assertThat(name).hasSizeLessThanOrEqualTo(63));
    }

    private void insert(String column, String value) throws DataAccessException {
        db.execute("insert into " + schema + ".vessel (id, version, created_at, updated_at, name, " + column
                + ") values (gen_random_uuid(), 1, now(), now(), '北斗', " + value + ")");
    }
}
