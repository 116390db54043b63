package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class ExportTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api api;

    @BeforeEach
    void signIn() throws InterruptedException {
        tenant = tenants.fresh();
        api = tenant.admin().speaking("en");
        Upload.of("sample", "code,name,size,amount,day\nA,=1+1,7,12.5,2026-01-31\nB,child,8,1,2026-02-01\n")
                .done(api);
        Upload.of("sample", "code,parent\nB,=1+1\n")
                .with("mode", "update")
                .with("match", "code")
                .done(api);
    }

    private Answer export(Map<String, Object> request) throws InterruptedException {
        String id = api.post("/exports", request).expect(202).text("id");
        Answer done = Upload.awaited(api, "/exports/" + id);
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        return done;
    }

    @Test
    void aFileHasWhatWasAskedForAndNoFormulas() throws InterruptedException {
        Answer done = export(Map.of(
                "object",
                "sample",
                "fields",
                List.of("name", "size", "amount", "day", "parent", "parent.size"),
                "filter",
                Map.of("field", "size", "op", "ge", "value", 7),
                "format",
                "csv"));
        String csv =
                api.get("/exports/" + done.text("id") + "/file").expect(200).raw();
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isEqualTo("child,8,1.00,2026-02-01,'=1+1,7");
        assertThat(lines.get(2)).startsWith("'=1+1,7,12.50,2026-01-31,");
    }

    @Test
    void whatIsExportedCanBeBroughtInAgain() throws InterruptedException {
        String rows = IntStream.range(0, 12_000)
                .mapToObj(i -> "X" + i + ",n" + i + "\n")
                .collect(Collectors.joining());
        Upload.of("sample", "code,name\n" + rows).done(api);
        Answer done = export(Map.of("object", "sample", "fields", List.of("code", "name"), "format", "csv"));
        assertThat(done.at("processed").asLong()).isEqualTo(12_002);
        String csv =
                api.get("/exports/" + done.text("id") + "/file").expect(200).raw();
        assertThat(csv.lines().count()).isEqualTo(12_003);
        assertThat(csv.lines().distinct().count()).isEqualTo(12_003);
        Answer again = Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(again.at("created").asLong()).as(again.raw()).isZero();
    }

    @Test
    void onlyItsRequesterFetchesItAndOnlyForADay() throws InterruptedException {
        Answer done = export(Map.of("object", "sample", "format", "xlsx"));
        String file = "/exports/" + done.text("id") + "/file";
        assertThat(api.get(file).expect(200).raw()).startsWith("PK");
        tenant.as("other").get(file).expect(404);
        clock.advance(Duration.ofHours(25));
        tenant.admin().get(file).refused(409, "export.not_ready");
    }

    @Test
    void whatCannotWorkIsRefusedAtOnce() {
        api.post("/exports", Map.of("object", "nothing")).expect(404);
        api.post("/exports", Map.of("object", "sample", "fields", List.of("nope")))
                .expect(400);
        api.post("/exports", Map.of("object", "sample", "format", "pdf")).expect(400);
        api.post("/exports", Map.of("object", "sample", "color", "red")).expect(400);
        api.post("/exports", Map.of("object", "sample", "filter", Map.of("field", "nope", "op", "empty")))
                .expect(400);
    }
}
