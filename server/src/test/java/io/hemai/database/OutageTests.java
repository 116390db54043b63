package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.HemaiApplication;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The database goes away under the running application and comes back. */
class OutageTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path home;

    @Test
    void requestsAreRefusedWhileItIsGoneAndServedWhenItIsBack() throws Exception {
        EmbeddedPostgres server = start();
        try (var application = application(server.address())) {
            assertThat(send(application, "GET").statusCode()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> writing = sendLater(application, "POST");
            Counter counter = application.getBean(Counter.class);
            counter.begun.await(10, TimeUnit.SECONDS);

            server.close();
            counter.goOn.countDown();
            assertUnavailable(writing.get(30, TimeUnit.SECONDS));
            assertUnavailable(send(application, "GET"));

            server = start();
            HttpResponse<String> afterwards = obedient(application);
            assertThat(afterwards.statusCode()).isEqualTo(200);
            // the write that was under way left nothing
            assertThat(afterwards.body()).isEqualTo("0");
        } finally {
            server.close();
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"database.unavailable\"");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, ServerSettings.production());
    }

    private static ConfigurableApplicationContext application(DatabaseAddress address) {
        return new SpringApplicationBuilder(HemaiApplication.class, Counter.class)
                .run(
                        "--server.port=0",
                        "--hemai.db.url=" + address.url(),
                        "--hemai.db.user=" + address.user(),
                        "--hemai.db.password=" + address.password());
    }

    private static HttpResponse<String> send(ConfigurableApplicationContext application, String method)
            throws IOException, InterruptedException {
        return CLIENT.send(request(application, method), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks again as the refusals say, since the pool may only just have looked for the server in vain. */
    private static HttpResponse<String> obedient(ConfigurableApplicationContext application)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(application, "GET");
        for (int again = 0; again < 3 && answer.statusCode() == 503; again++) {
            Thread.sleep(Duration.ofSeconds(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow())));
            answer = send(application, "GET");
        }
        return answer;
    }

    private static CompletableFuture<HttpResponse<String>> sendLater(
            ConfigurableApplicationContext application, String method) {
        return CLIENT.sendAsync(request(application, method), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(ConfigurableApplicationContext application, String method) {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/outage"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** Counts rows and adds one in a transaction that the test holds open. */
    @RestController
    @Configuration(proxyBeanMethods = false)
    static class Counter {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        private final Transactions transactions;
        private final DSLContext db;

        Counter(Transactions transactions, DSLContext db) {
            this.transactions = transactions;
            this.db = db;
        }

        @GetMapping("/outage")
        String count() {
            return transactions.read(() ->
                    String.valueOf(db.fetchValue("select count(*) from platform.tenant where id like 'outage%'")));
        }

        @PostMapping("/outage")
        void add() {
            transactions.write(() -> {
                db.execute("insert into platform.tenant (id, label) values ('outage1', 'x')");
                begun.countDown();
                awaitGoOn();
                db.execute("insert into platform.tenant (id, label) values ('outage2', 'x')");
            });
        }

        private void awaitGoOn() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Bean
        @Order(0)
        static SecurityFilterChain open(HttpSecurity http) {
            return http.securityMatcher("/outage")
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }
}
