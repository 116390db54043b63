package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody waits behind all that a colleague has asked for. */
@HemaiTest
class FairTurnsTests {
    private static final int PATIENCE = 30;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule rule;

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String queued(Api api, String name) {
        return "/imports/"
                + Upload.of("sample", "name\n" + name + "\n")
                        .to(api)
                        .expect(202)
                        .text("id");
    }

    private static Instant ended(Api api, String path) throws InterruptedException {
        Answer done = Upload.awaited(api, path);
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        return Instant.parse(done.text("finished_at"));
    }

    @Test
    void aColleaguesImportIsNotTheLast() throws InterruptedException {
        TestTenant company = tenants.fresh();
        Api eager = company.admin();
        Api patient = company.as("patient", "admin");
        CountDownLatch held = new CountDownLatch(2);
        CountDownLatch released = new CountDownLatch(1);
        Runnable hold = () -> {
            held.countDown();
            await(released);
        };
        rule.meanwhile(() -> {
            rule.meanwhile(hold);
            hold.run();
        });
        queued(eager, OutageRule.AT);
        queued(eager, OutageRule.AT);
        await(held);

        List<String> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(queued(eager, "n" + i));
        }
        String one = queued(patient, "x");
        released.countDown();

        Instant end = ended(patient, one);
        List<Instant> ends = new ArrayList<>();
        for (String path : many) {
            ends.add(ended(eager, path));
        }
        assertThat(ends.stream().filter(other -> other.isBefore(end)).count()).isLessThanOrEqualTo(2);
    }
}
