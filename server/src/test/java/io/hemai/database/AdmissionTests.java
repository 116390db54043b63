package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.Probe;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** More clients than may use the database at once. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionTests {
    private static final int PLACES = 16;
    private static final int SHARE = PLACES / 2;
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

    private List<Api> askers;
    private Api third;

    /** Two who may use all places together: somebody signed in, and nobody. */
    @BeforeAll
    void signIn() {
        TestTenant company = tenants.fresh();
        askers = List.of(company.admin(), tenants.api());
        third = company.as("third", "sales");
    }

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
                Api asker = askers.get(i % 2);
                answers.add(clients.submit(() -> asker.get(WORK)));
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
                Api asker = askers.get(i % 2);
                clients.execute(() -> asker.get(WORK));
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
        List<Answer> answers = AtOnce.run(CLIENTS, i -> askers.get(i % 2).get(WORK));
        answers.forEach(answer -> answer.expect(200));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nobodyHoldsMoreThanHalf(int greedy) throws Exception {
        Semaphore inside = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        probe.onWork(() -> transactions.read(() -> done(() -> {
            inside.release();
            awaitQuietly(goOn);
        })));
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> askers.get(greedy).get(WORK)));
            }
            try {
                assertThat(inside.tryAcquire(SHARE, 10, TimeUnit.SECONDS)).isTrue();
                assertThat(inside.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
                probe.onWork(() -> transactions.read(() -> db.fetchValue("select 1")));
                AtOnce.run(CLIENTS, i -> askers.get(1 - greedy).get(WORK)).forEach(answer -> answer.expect(200));
                third.get("/session").expect(200);
            } finally {
                goOn.countDown();
            }
            for (Future<Answer> answer : answers) {
                answer.get(20, TimeUnit.SECONDS).expect(200);
            }
        }
    }

    /** Whatever happens to those who ask at once, in the end every place is free again. */
    @Test
    void noPlaceIsLost() throws Exception {
        Admission admission = new Admission(4, Duration.ofMillis(20));
        LongAdder refused = new LongAdder();
        AtOnce.run(
                400,
                i -> as("asker " + i % 5, () -> {
                    for (int round = 0; round < 5; round++) {
                        try {
                            inside(admission, () -> inside(admission, () -> pause(i % 7)));
                        } catch (CannotGetJdbcConnectionException tooLate) {
                            refused.increment();
                        }
                    }
                }));
        assertThat(refused.sum()).isPositive();
        CyclicBarrier all = new CyclicBarrier(4);
        AtOnce.run(
                4,
                i -> as(
                        "asker " + i % 2,
                        () -> inside(admission, () -> {
                            try {
                                all.await(10, TimeUnit.SECONDS);
                            } catch (Exception notAll) {
                                throw new IllegalStateException(notAll);
                            }
                        })));
    }

    private static boolean as(String asker, Runnable work) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(Admission.ASKER, asker);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return done(work);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static void inside(Admission admission, Runnable work) {
        admission.enter();
        try {
            work.run();
        } finally {
            admission.leave();
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
