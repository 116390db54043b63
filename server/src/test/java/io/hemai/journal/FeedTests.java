package io.hemai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class FeedTests {
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Autowired
    Tenants tenants;

    @Autowired
    Journal journal;

    @Autowired
    Turns turns;

    @Autowired
    Tail tail;

    @Autowired
    Bell bell;

    @Autowired
    Epochs epochs;

    @Autowired
    JournalMonths months;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    DSLContext sql;

    private Tenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = tenants.create(new TenantId("feed_" + TENANTS.incrementAndGet()), "Feed");
        // what a new company begins with is not what these tests count
        sql.truncate(DSL.table(DSL.name(tenant.schema(), "journal")))
                .restartIdentity()
                .execute();
    }

    private <T> T working(Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    private void write(int entries) {
        working(() -> transactions.write(() -> {
            journal.write(entries(entries), Function.identity());
            return true;
        }));
    }

    private static List<JournalEntry> entries(int count) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new JournalEntry(
                    "sample", RecordId.next(), Act.CREATED, 1, null, null, "{\"n\":[null," + i + "]}"));
        }
        return entries;
    }

    private List<Long> written() {
        return sql.select(JournalColumns.ID)
                .from(DSL.table(DSL.name(tenant.schema(), "journal")))
                .orderBy(JournalColumns.TRANSACTION, JournalColumns.ID)
                .fetch(JournalColumns.ID);
    }

    private Ledger ledger(String name) {
        return working(() -> new Ledger(name, sql).opened());
    }

    private List<Long> taken(Ledger ledger) {
        return working(ledger::taken);
    }

    private JournalFeed node(JournalReader... readers) {
        JournalFeed feed = new JournalFeed(tenants, turns, bell, List.of(readers));
        feed.start();
        return feed;
    }

    private static void eventually(Runnable assertion) {
        Instant deadline = Instant.now().plus(LONG_ENOUGH);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    @Test
    void entriesComeInTheOrderOfTheirTransactions() {
        Ledger ledger = ledger("orderly");
        write(3);
        write(1_200);
        try (Stoppable node = new Stoppable(node(ledger))) {
            node.feed().wake(tenant.id());
            eventually(() -> assertThat(taken(ledger)).hasSize(1_203));
        }
        assertThat(taken(ledger)).isEqualTo(written());
    }

    @Test
    void transactionsAreOrderedAsNumbersAndNotAsTexts() {
        write(1);
        write(1);
        List<Long> ids = written();
        renumber(ids.get(0), 9);
        renumber(ids.get(1), 10);
        Tail.Following following = working(
                        () -> tail.after(new FeedPlace(tail.end().epoch(), 0, 0), 10))
                .orElseThrow();
        assertThat(following.entries()).extracting(Entry::transaction).containsExactly(9L, 10L);
    }

    private void renumber(long entry, long transaction) {
        sql.update(DSL.table(DSL.name(tenant.schema(), "journal")))
                .set(JournalColumns.TRANSACTION, JournalColumns.xid(transaction))
                .where(JournalColumns.ID.eq(entry))
                .execute();
    }

    @Test
    void onlyWhatAReaderReadsComesWhole() {
        JournalEntry read = entry("sample");
        JournalEntry unread = entry("card");
        working(() -> transactions.write(() -> {
            journal.write(List.of(read, unread), Function.identity());
            return true;
        }));
        Map<String, String> changes = new HashMap<>();
        JournalReader reader = new JournalReader() {
            @Override
            public String name() {
                return "of_samples";
            }

            @Override
            public Set<String> reads() {
                return Set.of("sample");
            }

            @Override
            public void handle(List<Entry> entries) {
                entries.forEach(e -> changes.put(e.object(), e.changes()));
            }
        };
        eventually(() -> {
            working(() -> turns.take(reader));
            assertThat(changes).isEqualTo(Map.of("sample", "{\"n\": [null, 1]}", "card", "{}"));
        });
    }

    private static JournalEntry entry(String object) {
        return new JournalEntry(object, RecordId.next(), Act.CREATED, 1, null, null, "{\"n\":[null,1]}");
    }

    @Test
    void aCommitThatComesLateIsNotSkipped() throws Exception {
        Ledger ledger = ledger("late");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Stoppable node = new Stoppable(node(ledger));
                AutoCloseable released = release::countDown) {
            Future<?> slow = threads.submit(() -> working(() -> transactions.write(() -> {
                journal.write(entries(1), Function.identity());
                begun.countDown();
                return await(release);
            })));
            begun.await();
            write(1);
            node.feed().wake(tenant.id());
            assertThat(working(() -> turns.take(ledger))).isInstanceOfAny(Turn.HeldBack.class, Turn.Elsewhere.class);
            assertThat(taken(ledger)).isEmpty();
            release.countDown();
            slow.get();
            eventually(() -> assertThat(taken(ledger)).isEqualTo(written()));
        }
        assertThat(taken(ledger)).hasSize(2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyWritersAndDyingReadersOnTwoNodesLoseAndRepeatNothing() throws Exception {
        Ledger ledger = ledger("busy").failing(e -> ThreadLocalRandom.current().nextInt(60) == 0);
        JournalFeed first = node(ledger);
        try (Stoppable second = new Stoppable(node(ledger));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            second.feed().wake(tenant.id());
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 16; writer++) {
                done.add(writers.submit(() -> {
                    for (int i = 0; i < 12; i++) {
                        write(1 + ThreadLocalRandom.current().nextInt(5));
                    }
                }));
            }
            done.get(3).get();
            first.stop();
            JournalFeed again = node(ledger);
            for (Future<?> writer : done) {
                writer.get();
            }
            ledger.failing(e -> false);
            eventually(() -> assertThat(taken(ledger)).containsExactlyInAnyOrderElementsOf(written()));
            again.stop();
        }
        assertThat(taken(ledger)).isEqualTo(written());
    }

    @Test
    void anEntryThatCannotBeTakenIsSetAsideAndCanBeReplayed() {
        write(40);
        long poison = written().get(17);
        Ledger ledger = ledger("poisoned").failing(e -> e.id() == poison);
        try (Stoppable node = new Stoppable(node(ledger))) {
            node.feed().wake(tenant.id());
            eventually(() -> assertThat(taken(ledger)).hasSize(39));
            assertThat(taken(ledger)).doesNotContain(poison);
            assertThat(working(() -> node.feed().dead(10)))
                    .filteredOn(dead -> dead.reader().equals("poisoned"))
                    .extracting(DeadEntry::entry)
                    .containsExactly(poison);
            ledger.failing(e -> false);
            assertThat(working(() -> node.feed().replay("poisoned"))).isEqualTo(1);
        }
        assertThat(taken(ledger)).containsExactlyInAnyOrderElementsOf(written());
    }

    /** What it wrote by the objects of before is undone, and it reads once more by those of now. */
    @Test
    void aReaderIsOvertakenByNewObjectsOnce() {
        write(5);
        List<Long> versions = new ArrayList<>();
        Ledger ledger = ledger("overtaken");
        ledger.failing(entry -> {
            versions.add(CurrentTenant.get().metadataVersion());
            if (versions.size() == 5) {
                CompletableFuture.runAsync(() -> sql.execute(
                                "update platform.tenant set metadata_version = metadata_version + 1 where id = '"
                                        + tenant.id().name() + "'"))
                        .join();
            }
            return false;
        });
        try (Stoppable node = new Stoppable(node())) {
            assertThat(working(() -> node.feed().catchUp(ledger, LONG_ENOUGH))).isTrue();
        }
        long before = tenant.metadataVersion();
        assertThat(versions)
                .containsExactlyElementsOf(LongStream.range(0, 10)
                        .mapToObj(n -> n < 5 ? before : before + 1)
                        .toList());
        assertThat(taken(ledger)).isEqualTo(written());
    }

    @Test
    void aRestoredClusterCountsFromAnywhereAndNothingIsLost() {
        Ledger ledger = ledger("restored");
        write(5);
        catchUp(ledger);
        write(5);
        pretendNumbersOfAnotherCluster();
        write(5);
        catchUp(ledger);
        assertThat(taken(ledger)).hasSize(15).doesNotHaveDuplicates();
    }

    /** What was written stands with higher numbers than this cluster will ever reach, and a new epoch has begun. */
    private void pretendNumbersOfAnotherCluster() {
        String far = Long.toString(1L << 40);
        for (String table : List.of("journal", "journal_position")) {
            sql.update(DSL.table(DSL.name(tenant.schema(), table)))
                    .set(JournalColumns.TRANSACTION, DSL.val(far).cast(JournalColumns.XID))
                    .where(DSL.trueCondition())
                    .execute();
        }
        sql.update(DSL.table(DSL.name("platform", "cluster")))
                .set(DSL.field(DSL.name("epoch"), SQLDataType.UUID), DSL.function("gen_random_uuid", SQLDataType.UUID))
                .where(DSL.trueCondition())
                .execute();
        CurrentTenant.run(tenant, epochs::begin);
    }

    private void catchUp(JournalReader reader) {
        JournalFeed feed = new JournalFeed(tenants, turns, bell, List.of(reader));
        assertThat(working(() -> feed.catchUp(reader, LONG_ENOUGH))).isTrue();
    }

    @Test
    void whatADeadNodeLeftUnreadIsFoundBySweeping() {
        Ledger ledger = ledger("swept");
        write(2);
        JournalFeed feed = new JournalFeed(tenants, turns, bell, List.of(ledger));
        Sweep sweeping = new Sweep(sql, feed, months, tenants, bell);
        feed.start();
        eventually(() -> {
            sweeping.sweep();
            assertThat(taken(ledger)).hasSize(2);
        });
        feed.stop();
    }

    @Test
    void entriesStandInTheirMonthAndCannotBeChangedByTheTenant() {
        write(1);
        assertThat(sql.fetchCount(
                        DSL.table(DSL.name(tenant.schema(), months.names().getFirst()))))
                .isEqualTo(1);
        assertThat(sql.fetchCount(DSL.table(DSL.name(tenant.schema(), "journal_rest"))))
                .isZero();
        assertThatThrownBy(() -> working(() -> transactions.write(() -> sql.deleteFrom(JournalColumns.table())
                        .where(DSL.trueCondition())
                        .execute())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** A node of its own that ends with the test. */
    private record Stoppable(JournalFeed feed) implements AutoCloseable {
        @Override
        public void close() {
            feed.stop();
        }
    }
}
