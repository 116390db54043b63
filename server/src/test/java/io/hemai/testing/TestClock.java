package io.hemai.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's clock in tests: it runs as usual, and a test may move it ahead; after each test it is right again. */
public final class TestClock extends Clock {
    private static final TestClock ONLY = new TestClock();

    private volatile Duration ahead = Duration.ZERO;

    private TestClock() {}

    /** Lets time pass. */
    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones are given where days are counted");
    }

    /** Puts it into the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        @Primary
        TestClock testClock() {
            return ONLY;
        }
    }

    /** Sets it right after each test. */
    static final class Reset implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            ONLY.ahead = Duration.ZERO;
        }
    }
}
