package io.hemai.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.database.Transactions;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
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
        RecordId id = RecordId.next();
        queue.add(id, tenant, "import", Duration.ofDays(-days));
        return id;
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
}
