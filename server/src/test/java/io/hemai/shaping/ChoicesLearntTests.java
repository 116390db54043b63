package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was written into an open choice is offered afterwards. */
@HemaiTest
class ChoicesLearntTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TestTenants tenants;

    private Api admin;

    @BeforeEach
    void company() {
        admin = tenants.fresh().admin();
    }

    private List<String> offered(String object, String field) {
        return admin.get("/meta/objects/" + object)
                .expect(200)
                .at("/fields")
                .valueStream()
                .filter(f -> f.at("/name").asString().equals(field))
                .flatMap(f -> f.at("/choices").valueStream())
                .map(choice -> choice.at("/code").asString())
                .toList();
    }

    private void awaited(String object, String field, String... codes) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && !offered(object, field).containsAll(List.of(codes))) {
            Thread.sleep(50);
        }
        assertThat(offered(object, field)).contains(codes);
    }

    @Test
    void whatSomebodyWroteIsOffered() throws InterruptedException {
        assertThat(offered("lead", "source")).doesNotContain("抖音");
        String lead = admin.post("/records/lead", Map.of("name", "王芳", "source", "抖音"))
                .expect(201)
                .text("id");
        awaited("lead", "source", "抖音");

        admin.header("If-Match", "\"1\"")
                .patch("/records/lead/" + lead, Map.of("source", "快手"))
                .expect(200);
        awaited("lead", "source", "抖音", "快手");
    }

    @Test
    void whatDiffersInItsCaseAloneBecomesWhatIsOffered() throws InterruptedException {
        write("甲", "Podcast");
        awaited("lead", "source", "Podcast");
        write("乙", "podcast");

        assertThat(found("podcast")).containsExactlyInAnyOrder("甲", "乙");
        assertThat(offered("lead", "source"))
                .filteredOn("podcast"::equalsIgnoreCase)
                .containsExactly("Podcast");
    }

    @Test
    void twinsThatWereWrittenBeforeEitherWasKnownAreBothFound() throws InterruptedException {
        admin.post(
                        "/records/lead/batch?duplicates=allow",
                        Map.of(
                                "create",
                                List.of(
                                        Map.of("name", "甲", "source", "Podcast"),
                                        Map.of("name", "乙", "source", "podcast"),
                                        Map.of("name", "丙", "source", "Radio"))))
                .expect(200);
        awaited("lead", "source", "Podcast", "podcast", "Radio");

        assertThat(found("Podcast")).containsExactly("甲");
        assertThat(found("podcast")).containsExactly("乙");
    }

    private void write(String name, String source) {
        admin.post("/records/lead?duplicates=allow", Map.of("name", name, "source", source))
                .expect(201);
    }

    private List<String> found(String source) {
        return admin.post(
                        "/records/lead/query", Map.of("filter", Map.of("field", "source", "op", "eq", "value", source)))
                .expect(200)
                .at("/items")
                .valueStream()
                .map(lead -> lead.at("/name").asString())
                .toList();
    }
}
