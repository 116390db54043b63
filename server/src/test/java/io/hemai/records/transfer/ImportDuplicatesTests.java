package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class ImportDuplicatesTests {
    /** The first is there already, the third has the number of the second. */
    private static final String FILE =
            "name,company,mobile\n王芳,甲公司,13812345678\n李雷,乙公司,13912345678\n李雷雷,丙公司,13912345678\n赵敏,丁公司,13712345678\n";

    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeEach
    void aLeadIsThere() {
        api = tenants.fresh().admin().speaking("en");
        api.post("/records/lead", Map.of("name", "王芳", "company", "华信科技", "mobile", "13812345678"))
                .expect(201);
    }

    private long leads() {
        return api.get("/records/lead?count=exact&limit=1").at("/count/value").asLong();
    }

    private static void warned(Answer done) {
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(4);
        assertThat(done.at("failed").asLong()).isZero();
        assertThat(done.at("/warnings").size()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/warnings/0/code")).isEqualTo("import.duplicate");
        assertThat(done.text("/warnings/0/column")).isEqualTo("mobile");
        assertThat(done.text("/warnings/0/value")).isEqualTo("13812345678");
        assertThat(done.at("/warnings/0/rows").asLong()).isEqualTo(2);
        assertThat(done.at("/warnings/0/first_rows").toString()).isEqualTo("[2,4]");
        assertThat(done.text("/warnings/0/message")).endsWith(": rows 2, 4.");
    }

    @Test
    void ofManyTheFirstRowsAreNamed() throws InterruptedException {
        Answer done = Upload.of("lead", "name,mobile\n" + "王芳,13812345678\n".repeat(8))
                .done(api);
        assertThat(done.at("/warnings/0/rows").asLong()).as(done.raw()).isEqualTo(8);
        assertThat(done.text("/warnings/0/message")).endsWith(": rows 2, 3, 4, 5, 6, ….");
    }

    @Test
    void likelyDuplicatesComeInAndAreCounted() throws InterruptedException {
        warned(Upload.of("lead", FILE).with("dry_run", "true").done(api));
        assertThat(leads()).isEqualTo(1);
        warned(Upload.of("lead", FILE).done(api));
        assertThat(leads()).isEqualTo(5);
    }

    @Test
    void likelyDuplicatesAreLeftOutWhenThatIsAsked() throws InterruptedException {
        for (String dryRun : new String[] {"true", "false"}) {
            Answer done = Upload.of("lead", FILE)
                    .with("duplicates", "skip")
                    .with("dry_run", dryRun)
                    .done(api);
            assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
            assertThat(done.at("failed").asLong()).isEqualTo(2);
            assertThat(done.text("/problems/0/code")).isEqualTo("import.duplicate_skipped");
            assertThat(done.text("/problems/0/column")).isEqualTo("mobile");
            assertThat(done.at("/problems/1/row").asLong()).isEqualTo(4);
        }
        assertThat(leads()).isEqualTo(3);
        Upload.of("lead", FILE).with("duplicates", "maybe").to(api).refused(400, "request.invalid_parameter");
    }

    @Test
    void aDryRunRemembersRowsLongBefore() throws InterruptedException {
        String rows = IntStream.rangeClosed(0, 2_500)
                .mapToObj(i -> "某人" + i + ",公司" + i + ",1390000%04d\n".formatted(i % 2_500))
                .collect(Collectors.joining());
        Answer done = Upload.of("lead", "name,company,mobile\n" + rows)
                .with("dry_run", "true")
                .done(api);
        assertThat(done.at("/warnings/0/rows").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/warnings/0/value")).isEqualTo("13900000000");
    }
}
