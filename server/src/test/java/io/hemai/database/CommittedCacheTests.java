package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.HemaiTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is worked out once serves everybody, and what a transaction saw that never came true serves nobody else. */
@HemaiTest
class CommittedCacheTests {
    @Autowired
    Transactions transactions;

    private final CommittedCache<String, Integer> cache = new CommittedCache<>(10);
    private final AtomicInteger loads = new AtomicInteger();

    private int load() {
        return cache.get("key", k -> loads.incrementAndGet());
    }

    @Test
    void valueIsLoadedOnce() {
        assertThat(load()).isEqualTo(1);
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void valueOfATransactionIsItsOwnUntilItCommits() {
        transactions.write(() -> {
            assertThat(load()).isEqualTo(1);
            assertThat(load()).isEqualTo(1);
        });
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void valueOfAFailedTransactionIsForgotten() {
        try {
            transactions.write(() -> {
                assertThat(load()).isEqualTo(1);
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }
        assertThat(load()).isEqualTo(2);
    }

    @Test
    void valueOfWorkBehindASavepointIsForgottenWithIt() {
        transactions.write(() -> {
            try {
                transactions.nested(() -> {
                    assertThat(load()).isEqualTo(1);
                    throw new IllegalStateException("this alone");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("this alone");
            }
            assertThat(load()).isEqualTo(2);
        });
        assertThat(load()).isEqualTo(2);
    }
}
