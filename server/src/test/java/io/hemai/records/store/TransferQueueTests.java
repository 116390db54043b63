package io.hemai.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.database.Transactions;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In which order companies' work is taken; nothing of it is committed, so that no worker takes it. */
@HemaiTest
class TransferQueueTests {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final TenantId BUSY = new TenantId("busy");
    private static final TenantId QUIET = new TenantId("quiet");

    @Autowired
    TransferQueue queue;

    @Autowired
    Transactions transactions;

    private RecordId waiting(TenantId tenant, int days) {
        return waiting(tenant, null, days);
    }

    private RecordId waiting(TenantId tenant, @Nullable RecordId person, int days) {
        RecordId id = RecordId.next();
        queue.add(id, tenant, person, "import", Duration.ofDays(-days));
        return id;
    }

    private TransferQueue.Taken taken() {
        return queue.take(LEASE).orElseThrow();
    }

    private RecordId next() {
        return queue.take(LEASE).orElseThrow().id();
    }

    @Test
    void aCompanyThatHasWorkDoneWaitsForOneThatHasNone() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    RecordId first = waiting(BUSY, 4);
                    RecordId second = waiting(BUSY, 3);
                    RecordId other = waiting(QUIET, 1);

                    assertThat(next()).isEqualTo(first);
                    assertThat(next()).isEqualTo(other);
                    assertThat(next()).isEqualTo(second);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void aPersonWhoHasWorkDoneWaitsForAColleagueWhoHasNone() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    RecordId eager = RecordId.next();
                    RecordId patient = RecordId.next();
                    RecordId first = waiting(BUSY, eager, 5);
                    RecordId second = waiting(BUSY, eager, 4);
                    RecordId third = waiting(BUSY, eager, 3);
                    RecordId small = waiting(BUSY, patient, 1);

                    assertThat(next()).isEqualTo(first);
                    assertThat(next()).isEqualTo(small);
                    assertThat(next()).isEqualTo(second);
                    assertThat(next()).isEqualTo(third);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void whoWasServedLongestAgoComesNext() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    RecordId eager = RecordId.next();
                    RecordId patient = RecordId.next();
                    waiting(BUSY, eager, 5);
                    RecordId second = waiting(BUSY, eager, 4);
                    queue.remove(taken());
                    RecordId small = waiting(BUSY, patient, 1);
                    RecordId another = waiting(BUSY, patient, 1);

                    TransferQueue.Taken now = taken();
                    assertThat(now.id()).isIn(small, another);
                    queue.remove(now);
                    assertThat(next()).isEqualTo(second);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void aCompanyThatWasServedWaitsForOneThatWasNot() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    waiting(BUSY, RecordId.next(), 5);
                    RecordId second = waiting(BUSY, RecordId.next(), 4);
                    queue.remove(taken());
                    RecordId other = waiting(QUIET, 1);

                    TransferQueue.Taken now = taken();
                    assertThat(now.id()).isEqualTo(other);
                    queue.remove(now);
                    assertThat(next()).isEqualTo(second);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }
}
