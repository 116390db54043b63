package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the editor of the pages makes goes through the sanitiser as the pages expect; {@code editor.test.ts} sees to the way back. */
class RichTextOfPagesTests {
    private static final Path SAMPLES = Path.of("../web/src/fields/rich_text/samples.json");

    static Stream<JsonNode> samples() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SAMPLES)).valueStream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isKept(JsonNode sample) {
        String kept = sample.path("kept").asString();
        assertThat(Html.sanitised(sample.path("made").asString())).isEqualTo(kept);
        assertThat(Html.sanitised(kept)).isEqualTo(kept);
    }
}
