package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.RunningHemai;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while clients write: what was answered is there, and nothing is there by half. */
@Timeout(300)
class KillDrillTests {
    private static final int CLIENTS = 16;
    private static final int ACCOUNTS = 4;
    private static final int WRITES = 400;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void whatWasAnsweredIsThereAndNothingIsThereByHalf() throws Exception {
        try (RunningHemai first = RunningHemai.start(home)) {
            String token = first.admin()
                    .post(
                            "/tokens",
                            Map.of("name", "drill", "scopes", List.of("records:read", "records:write", "reports:run")))
                    .expect(201)
                    .text("token");
            List<String> accounts = accounts(first.api().token(token));
            List<DrillClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new DrillClient(i, first.api().token(token), accounts.get(i % ACCOUNTS), answered));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                clients.forEach(threads::execute);
                awaitWrites();
                first.kill();
                threads.shutdown();
                assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(clients).allMatch(client -> client.failure() == null);
            try (RunningHemai second = RunningHemai.start(home)) {
                Api api = second.api().token(token);
                clients.forEach(client -> client.compare(api));
                accounts.forEach(account -> awaitRollUp(api, account));
            }
        }
    }

    private static List<String> accounts(Api api) {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = api.post("/records/account", Map.of("name", "演练客户" + i))
                    .expect(201)
                    .text("id");
            api.post("/records/opportunity", Map.of("name", "底", "account", account, "amount", "1"))
                    .expect(201);
            accounts.add(account);
        }
        return accounts;
    }

    private void awaitWrites() {
        Instant deadline = Instant.now().plus(LONGEST);
        while (answered.get() < WRITES && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(answered.get()).isGreaterThan(CLIENTS);
    }

    /** The sum that the journal's reader keeps is the sum of what is there. */
    private static void awaitRollUp(Api api, String account) {
        Instant deadline = Instant.now().plus(SETTLED);
        String sum;
        String kept;
        do {
            sum = sum(api, account).text("/rows/0/0/amount");
            kept = api.get("/records/account/" + account).expect(200).text("/open_amount/amount");
        } while (!sum.equals(kept) && Instant.now().isBefore(deadline));
        assertThat(kept).isEqualTo(sum);
    }

    private static Answer sum(Api api, String account) {
        return api.post(
                        "/reports/run",
                        Map.of(
                                "object", "opportunity",
                                "filter", Map.of("field", "account", "op", "eq", "value", account),
                                "measures", List.of(Map.of("fn", "sum", "field", "amount", "name", "worth"))))
                .expect(200);
    }

    /** Whether the failure is one of a server that dies: of the connection, or said on its last breath. */
    static boolean dying(Throwable failure) {
        return failure instanceof UncheckedIOException;
    }
}
