package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class ResumedImportTests {
    private static final int ROWS = 5_000;
    private static final int OUTAGE_AT = 2_500;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule outage;

    @Test
    void anotherGoBeginsWhereTheLastOneStopped() throws InterruptedException {
        Api api = tenants.fresh().admin().speaking("en");
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> (i == OUTAGE_AT ? OutageRule.AT : "n" + i) + "," + i + "\n")
                .collect(Collectors.joining());
        outage.arm();
        Answer done = Upload.of("sample", "name,size\n" + rows + "n7,1\n")
                .with("mode", "upsert")
                .with("match", "name")
                .done(api);
        assertThat(outage.happened()).isTrue();
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("processed").asLong()).isEqualTo(ROWS + 1);
        assertThat(done.at("created").asLong()).isEqualTo(ROWS);
        assertThat(done.at("/problems/0/code").asString()).isEqualTo("import.duplicate_in_file");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(ROWS + 2);
        assertThat(api.get("/records/sample?count=exact&limit=1")
                        .at("/count/value")
                        .asLong())
                .isEqualTo(ROWS);
    }
}
