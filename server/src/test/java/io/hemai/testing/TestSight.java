package io.hemai.testing;

import io.hemai.records.store.FewRecords;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** How many records are few in tests: as many as usual, unless a test wants statements of the other shapes. */
public final class TestSight implements FewRecords {
    private static final int USUAL = 5_000;
    private static final TestSight ONLY = new TestSight();

    private volatile int most = USUAL;

    private TestSight() {}

    /** From now on everybody who sees anything sees many. */
    public void nothingIsFew() {
        most = 0;
    }

    /** As it is without the test. */
    public void asUsual() {
        most = USUAL;
    }

    @Override
    public int most() {
        return most;
    }

    /** Puts it into the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        @Primary
        TestSight testSight() {
            return ONLY;
        }
    }

    /** Sets it right after each test. */
    static final class Reset implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            ONLY.asUsual();
        }
    }
}
