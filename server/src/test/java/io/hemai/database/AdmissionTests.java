package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hemai.testing.Answer;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.Probe;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** More clients than may use the database at once. */
@HemaiTest
class AdmissionTests {
    private static final int PLACES = 16;
    private static final int CLIENTS = 3 * PLACES;
    private static final String WORK = "/public/probe/work";

    @Autowired
    TestTenants tenants;

    @Autowired
    Probe probe;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    HikariDataSource pool;

    @AfterEach
    void rest() {
        probe.onWork(() -> true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void othersWaitBeforeThePoolAndAllAreAnswered(boolean inTransaction) throws Exception {
        Semaphore inside = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        Runnable hold = () -> {
            inside.release();
            awaitQuietly(goOn);
        };
        probe.onWork(() -> inTransaction ? transactions.read(() -> done(hold)) : db.connectionResult(c -> done(hold)));
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> tenants.api().get(WORK)));
            }
            try {
                assertThat(inside.tryAcquire(PLACES, 10, TimeUnit.SECONDS)).isTrue();
                assertThat(inside.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
                assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection())
                        .isZero();
                tenants.api().get("//actuator/health").expect(200);
                // this thread serves no request
                assertThat(transactions.read(() -> db.fetchValue("select 1"))).isEqualTo(1);
            } finally {
                goOn.countDown();
            }
            for (Future<Answer> answer : answers) {
                answer.get(20, TimeUnit.SECONDS).expect(200);
            }
        }
    }

    @Test
    void whoWaitsTooLongIsAskedToComeAgain() throws Exception {
        Semaphore inside = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        probe.onWork(() -> transactions.read(() -> done(() -> {
            inside.release();
            awaitQuietly(goOn);
        })));
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PLACES; i++) {
                clients.execute(() -> tenants.api().get(WORK));
            }
            try {
                assertThat(inside.tryAcquire(PLACES, 10, TimeUnit.SECONDS)).isTrue();
                // who signs in asks the database outside of a transaction
                for (Answer refused : List.of(
                        tenants.api().get(WORK),
                        tenants.api().token("hm_nobody's").get("/session"))) {
                    refused.refused(503, "database.unavailable");
                    assertThat(refused.header("Retry-After")).isEqualTo("5");
                }
            } finally {
                goOn.countDown();
            }
        }
        tenants.api().get(WORK).expect(200);
    }

    @Test
    void whoHoldsAConnectionGetsASecondOne() throws Exception {
        probe.onWork(() -> db.connectionResult(first -> transactions.read(() -> {
            db.fetchValue("select pg_sleep(0.05)");
            return true;
        })));
        List<Answer> answers = AtOnce.run(CLIENTS, i -> tenants.api().get(WORK));
        answers.forEach(answer -> answer.expect(200));
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
