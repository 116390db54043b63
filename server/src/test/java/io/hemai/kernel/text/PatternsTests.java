package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.Checked.Invalid;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTests {

    @Test
    void matchesWholeTextsAndParts() {
        UserPattern pattern = Patterns.compile("[A-Z]{2}-\\d+").accepted().orElseThrow();
        assertThat(pattern.matches("AB-12")).isTrue();
        assertThat(pattern.matches("see AB-12")).isFalse();
        assertThat(pattern.foundIn("see AB-12")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',PATTERN_EMPTY",
        "(a,PATTERN_SYNTAX",
        "(?=a),PATTERN_SYNTAX",
        "a{2000},PATTERN_TOO_LARGE",
        "((a{100}){100}){100},PATTERN_TOO_LARGE",
        "'(a{1,999}){1,999}',PATTERN_TOO_LARGE",
        "a{99999999999},PATTERN_TOO_LARGE"
    })
    void refusesWhatItCannotBound(String typed, TextError error) {
        assertThat(Patterns.compile(typed))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.error()).isEqualTo(error));
    }

    @Test
    void staysQuickOnPatternsThatExplodeElsewhere() {
        UserPattern pattern = Patterns.compile("(a+)+$").accepted().orElseThrow();
        String text = "a".repeat(50_000) + "b";
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> pattern.foundIn(text)))
                .isFalse();
    }
}
