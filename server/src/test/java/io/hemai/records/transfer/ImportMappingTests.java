package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wrong with a mapping is told before the first row is read. */
@HemaiTest
class ImportMappingTests {
    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeEach
    void signIn() {
        api = tenants.fresh().admin().speaking("en");
    }

    @Test
    void aFormatThatIsNoneIsRefusedBeforeTheFirstRow() {
        for (String format : List.of("foo", "MM/DD/YYYY", "yyyy-mm-dd", "HH:mm")) {
            Answer refused = Upload.of("sample", "name,day,moment\na,01/02/2026,\n")
                    .mapping(mapped(format))
                    .to(api)
                    .refused(422, "import.unknown_format");
            assertThat(refused.text("/errors/0/code")).as(refused.raw()).isEqualTo("import.unknown_format");
            assertThat(refused.text("/errors/0/message")).contains(format).contains("M/d/yyyy");
            assertThat(refused.at("errors").size()).isEqualTo(2);
        }
        for (String format : List.of("MM/dd/yyyy", "yyyy年M月d日", "MMM d, yyyy", "d/M/yy HH:mm")) {
            Upload.of("sample", "name,day,moment\na,01/02/2026,\n")
                    .mapping(mapped(format))
                    .to(api)
                    .expect(202);
        }
    }

    private static Map<String, Object> mapped(String format) {
        return Map.of(
                "columns",
                List.of(
                        Map.of("column", "name", "field", "name"),
                        Map.of("column", "day", "field", "day", "format", format),
                        Map.of("column", "moment", "field", "moment", "format", format)));
    }

    @Test
    void aRequiredFieldThatNothingFillsIsToldOnce() throws InterruptedException {
        Upload.of("sample", "code,who\nA,a\nB,b\n").to(api).refused(422, "import.required_unfilled");
        Upload.of("sample", "code,who\nA,a\nB,b\n")
                .with("mode", "upsert")
                .with("match", "code")
                .to(api)
                .expect(202);
        Answer proposed = Upload.of("sample", "code,who\nA,a\nB,b\n")
                .with("dry_run", "true")
                .done(api);
        assertThat(proposed.at("failed").asLong()).as(proposed.raw()).isEqualTo(2);
        Map<String, Object> code = Map.of("column", "code", "field", "code");
        Upload.of("sample", "code,who\nA,a\nB,b\n")
                .mapping(Map.of("columns", List.of(code)))
                .with("dry_run", "true")
                .to(api)
                .refused(422, "import.required_unfilled");
        Upload.of("sample", "code,who\nA,a\nB,b\n")
                .mapping(Map.of("columns", List.of(code), "constants", Map.of("name", "same")))
                .to(api)
                .expect(202);
    }
}
