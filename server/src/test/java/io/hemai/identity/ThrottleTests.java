package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing becomes slow, and nobody is locked out by it. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThrottleTests {
    private static final String ATTACKER = "203.0.113.7";

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    Throttle throttle;

    @Autowired
    DSLContext db;

    private TestTenant tenant;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
    }

    @Test
    void guessingOneLoginBecomesSlow() {
        tenant.person("target");
        guess("target", "198.51.100.1", 5);

        Answer sixth = attempt("target", "198.51.100.1", "guess");

        sixth.refused(429, "session.throttled");
        assertThat(sixth.header("Retry-After")).isEqualTo("1");
        assertThat(tenants.api()
                        .speaking("en")
                        .from("198.51.100.1")
                        .trySignIn(tenant.name(), "target", "guess")
                        .text("detail"))
                .endsWith("Try again in 1 s.");
        attempt("target", "198.51.100.1", TestTenant.PASSWORD).expect(429);
    }

    @Test
    void waitsGrowAndEnd() {
        tenant.person("patient");
        guess("patient", "198.51.100.2", 5);
        clock.advance(Duration.ofSeconds(2));
        guess("patient", "198.51.100.2", 1);

        assertThat(attempt("patient", "198.51.100.2", "guess").expect(429).header("Retry-After"))
                .isEqualTo("2");

        clock.advance(Duration.ofSeconds(3));
        attempt("patient", "198.51.100.2", TestTenant.PASSWORD).expect(200);
        guess("patient", "198.51.100.2", 5);
    }

    @Test
    void rightPasswordFromElsewhereStillPasses() {
        tenant.person("victim");
        guess("victim", "198.51.100.3", 5);
        attempt("victim", "198.51.100.3", TestTenant.PASSWORD).expect(429);

        attempt("victim", "192.0.2.50", TestTenant.PASSWORD).expect(200);
    }

    @Test
    void knownBrowserPassesWhateverOthersDo() {
        Api known = tenant.as("regular");
        known.delete("/session");
        guess("regular", "198.51.100.4", 5);
        attempt("regular", "198.51.100.4", TestTenant.PASSWORD).expect(429);

        known.from("198.51.100.4")
                .trySignIn(tenant.name(), "regular", TestTenant.PASSWORD)
                .expect(200);
    }

    @Test
    void manyLoginsFromOneAddressBecomeSlow() {
        failed(29, Throttle.Key.of(ThrottleRule.ADDRESS, new Visitor(ATTACKER, "", "").network()));
        attempt("someone", ATTACKER, "Summer2026!").expect(401);

        attempt("someone.else", ATTACKER, "Summer2026!").refused(429, "session.throttled");
        attempt("someone.else", "203.0.113.8", "Summer2026!").expect(401);
    }

    @Test
    void manyAddressesForOneLoginWaitOnlyShortly() {
        tenant.person("famous");
        failed(70, Throttle.Key.of(ThrottleRule.LOGIN, tenant.name() + "/famous"));

        Answer answer = attempt("famous", "192.0.2.77", TestTenant.PASSWORD).expect(429);

        assertThat(Integer.parseInt(answer.header("Retry-After"))).isLessThanOrEqualTo(10);
        clock.advance(Duration.ofSeconds(11));
        attempt("famous", "192.0.2.77", TestTenant.PASSWORD).expect(200);
    }

    private void failed(int times, Throttle.Key key) {
        for (int i = 0; i < times; i++) {
            throttle.failed(List.of(key));
        }
    }

    @Test
    void unknownLoginsAreCountedToo() {
        guess("no.such.person", "198.51.100.5", 5);

        attempt("no.such.person", "198.51.100.5", "guess").refused(429, "session.throttled");
    }

    @Test
    void guessesSentAtOnceDoNotOutrunIt() throws Exception {
        tenant.person("rushed");
        try (var pool = Executors.newFixedThreadPool(20)) {
            var answers = IntStream.range(0, 40)
                    .mapToObj(i -> pool.submit(
                            () -> attempt("rushed", "198.51.100.6", "guess").status()))
                    .toList();
            int tried = 0;
            for (var answer : answers) {
                tried += answer.get() == 401 ? 1 : 0;
            }
            // five are free, and as many as hash at once may slip in before the fifth is noted
            assertThat(tried).isBetween(5, 12);
        }
    }

    @Test
    void countsAreForgottenAndCleanedAway() {
        guess("forgotten", "198.51.100.9", 5);
        clock.advance(Duration.ofMinutes(61));

        guess("forgotten", "198.51.100.9", 5);
        clock.advance(Duration.ofMinutes(61));
        throttle.clean();

        assertThat(db.fetchValue("select count(*) from platform.throttle")).isEqualTo(0L);
    }

    private void guess(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempt(login, address, "guess " + i).refused(401, "session.wrong_credentials");
        }
    }

    private Answer attempt(String login, String address, String password) {
        return tenants.api().from(address).trySignIn(tenant.name(), login, password);
    }
}
