package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** How rows find the records that they are about. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportMatchingTests {
    /** More than one statement of a lookup gives. */
    private static final int MANY = 12_000;

    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeAll
    void signIn() {
        api = tenants.fresh().admin().speaking("en");
    }

    @Test
    void noRecordIsMissedWhereManyShareTheFirstField() throws Exception {
        String rows = IntStream.range(0, MANY)
                .mapToObj(i -> "web,s" + i + ",1\n")
                .collect(Collectors.joining("", "source,name,size\n", ""));
        Answer first = Upload.of("sample", rows).done(api);
        assertThat(first.at("created").asLong()).as(first.raw()).isEqualTo(MANY);
        Answer again = Upload.of("sample", rows.replace(",1\n", ",2\n"))
                .with("mode", "upsert")
                .with("match", "source,name")
                .done(api);
        assertThat(again.at("created").asLong()).as(again.raw()).isZero();
        assertThat(again.at("updated").asLong()).isEqualTo(MANY);
    }

    @Test
    void noRecordIsMissedWhereManyShareBothFieldsWithOthers() throws Exception {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "call,crowd,k" + i + "\n")
                .collect(Collectors.joining("", "source,name,code\n", "call,single,k-single\n"));
        Upload.of("sample", rows).done(api);
        Answer done = Upload.of("sample", "source,name,size\ncall,crowd,1\ncall,single,2\n")
                .with("mode", "update")
                .with("match", "source,name")
                .done(api);
        assertThat(done.at("updated").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("import.several_matches");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(2);
    }

    @Test
    void creatingLeavesAloneWhatIsThere() throws Exception {
        Upload.of("sample", "code,name\nE1,there\n").done(api);
        Answer done = Upload.of("sample", "code,name\ne1,again\nE2,new\n")
                .with("match", "code")
                .done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("import.exists");
        assertThat(done.text("/problems/0/message")).contains("there");
    }

    @Test
    void whatCannotBeMatchedByIsRefusedWithTheField() {
        String csv = "name,amount,moment,flag,labels\na,1,2026-01-01 10:00,yes,x\n";
        for (String field : new String[] {"amount", "moment", "flag", "labels"}) {
            Answer refused = Upload.of("sample", csv)
                    .with("mode", "upsert")
                    .with("match", "name," + field)
                    .to(api)
                    .refused(422, "import.not_matchable");
            assertThat(refused.at("/errors").size()).as(refused.raw()).isEqualTo(1);
            assertThat(refused.text("/errors/0/message")).contains(field);
        }
        Upload.of("sample", csv)
                .with("mode", "upsert")
                .with("match", "nothing")
                .to(api)
                .refused(422, "import.match_not_mapped");
    }
}
