package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wang Fang|wang fang",
                "ＧＴＸ　Ｐｒｏ|gtx pro",
                "上海（浦东）|上海(浦东)",
                "' 云栖 \t 精工 '|云栖 精工",
                "①℡|1tel",
                "ÄÖÜ Straße|äöü straße",
                "İzmir|izmir",
                "ΟΔΟΣ|οδοσ",
                "株式会社ﾊﾞﾝﾀﾞｲ|株式会社バンダイ",
                "''|''"
            })
    void comparesWithoutCaseWidthAndSpacing(String typed, String normal) {
        assertThat(Normalised.of(typed)).isEqualTo(normal);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(Normalised.of("\uFEFF王\u200B芳\u00A0\u2028")).isEqualTo("王芳");
    }

    @Test
    void normalisingTwiceChangesNothing() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(4, 0, 0x3000).forEach(text::appendCodePoint);
            String once = Normalised.of(text.toString());
            assertThat(Normalised.of(once)).isEqualTo(once);
        }
        assertThat(Normalised.of("J\u030C")).isEqualTo("ǰ");
    }
}
