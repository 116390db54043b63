package io.hemai.formula;

import static io.hemai.formula.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would grow or take for ever ends at once, with a reason. */
class BudgetTests {
    private static final long SMALL_STACK = 512L * 1024;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    9^9^9^9 ~ blank [TOO_LARGE]
                    9^(9^(9^9)) ~ blank [EXPONENT]
                    POWER(10, 1000) ~ blank [TOO_LARGE]
                    POWER(10, 1001) ~ blank [EXPONENT]
                    POWER(1.1, -1000) ~ 0
                    10 ^ 33 * 10 ~ blank [TOO_LARGE]
                    10 ^ 33 * 9 ~ 9000000000000000000000000000000000
                    10 ^ -34 / 10 ~ 0
                    MONEY(10 ^ 33, "CNY") * 10 ~ blank [TOO_LARGE]
                    LEN(long_text) ~ 20000
                    LEN(long_text & "b") ~ 20001
                    long_text & long_text ~ blank [RESULT_TOO_LONG]
                    REPLACE(long_text, "a", long_text) ~ blank [RESULT_TOO_LONG]
                    CONTAINS(long_text, REPLACE(long_text, "aa", "a") & "b") ~ FALSE
                    ROUND(score / 3, 10 ^ 30) ~ 2.333333333333333333333333333333333
                    ROUND(score, -(10 ^ 30)) ~ 0
                    FLOOR(10 ^ 33, 10 ^ -34) ~ 1000000000000000000000000000000000
                    MOD(10 ^ 33, 10 ^ -34) ~ 0
                    DATE(10 ^ 30, 1, 1) ~ blank [NO_SUCH_DATE]
                    LEFT("abc", 10 ^ 30) ~ abc
                    MID("abc", -(10 ^ 30), 10 ^ 30) ~ blank
                    """)
    void ends(String formula, String value) {
        Assertions.assertTimeout(AT_ONCE, () -> assertThat(said(formula)).isEqualTo(value));
    }

    @Test
    void searchesOfLongTextsAreCounted() {
        String search = "CONTAINS(long_text, REPLACE(long_text, \"aa\", \"a\") & \"b\")";
        String many = "OR(" + (search + ", ").repeat(30) + search + ")";
        Assertions.assertTimeout(AT_ONCE, () -> assertThat(said(many)).isEqualTo("blank [TOO_MUCH_WORK]"));
    }

    @Test
    void recordsOfAListAreCounted() {
        Sample.Deal line = new Sample.Deal(Map.of("price", BigDecimal.ONE), Map.of());
        Sample.Deal deal = new Sample.Deal(Map.of(), Map.of("lines", Collections.nCopies(1_000_000, line)));
        Answer answer = Sample.formula("SUM(lines.price) + 1").evaluate(deal, Sample.MOMENT);

        assertThat(answer.value()).isNull();
        assertThat(answer.faults()).extracting(Fault::code).containsExactly(FormulaError.TOO_MUCH_WORK);
    }

    @Test
    void theSameFaultIsToldOnce() {
        Sample.Deal line = new Sample.Deal(Map.of("price", BigDecimal.ZERO), Map.of());
        Sample.Deal deal = new Sample.Deal(Map.of(), Map.of("lines", Collections.nCopies(100, line)));

        assertThat(Sample.formula("SUM(1 / lines.price)")
                        .evaluate(deal, Sample.MOMENT)
                        .faults())
                .hasSize(1);
    }

    @Test
    void theDeepestFormulasAreReadPrintedAndWorkedOut() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread small = new Thread(null, () -> done.set(workOutDeepest()), "small stack", SMALL_STACK);
        small.start();
        small.join();
        assertThat(done).isTrue();
    }

    private static boolean workOutDeepest() {
        Formula formula = Sample.formula("1" + "+1".repeat(249));
        assertThat(Sample.said(formula.printed())).isEqualTo("250");
        assertThat(Sample.formula("-".repeat(498) + "score").dependencies().paths())
                .hasSize(1);
        assertThat(Sample.formula("-".repeat(498) + "score").dependsOnTime()).isFalse();
        assertThat(Sample.said("-".repeat(498) + "1")).isEqualTo("1");
        assertThat(Sample.said("IF(TRUE, ".repeat(50) + "1" + ")".repeat(50))).isEqualTo("1");
        return true;
    }
}
