package io.hemai.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Refusal;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every formula, and for every text that is none. */
class RandomFormulasTests {
    private static final Pattern SPAN = Pattern.compile("Span\\[start=\\d+, end=\\d+]");
    private static final String SIGNS = "()（），,.。\"“”+-*/^&=<>!≠ 0123456789aé合𠮷_$#{}[]'\\\u0000\u200B\uD800\uFFFF\n";
    private static final List<String> WORDS = List.of(
            "IF(",
            "SUM(",
            "lines.",
            "lines",
            "amount",
            "close_date",
            "\"x\"",
            "BLANK",
            "MAX(",
            ")",
            ",",
            "NOW()",
            "99999999");

    @Test
    void printedAndReadAgainTheyAreTheSame() {
        RandomFormulas formulas = new RandomFormulas(new Random(1));
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            String text = formulas.any();
            if (Formula.read(text, Sample.SCOPE) instanceof Formula.Good(Formula one)) {
                assertSame(one);
                read++;
            } else {
                assertThat(Sample.faults(text))
                        .as(text)
                        .extracting(Fault::code)
                        .containsAnyOf(
                                FormulaError.NESTED, FormulaError.TOO_MANY_AGGREGATES, FormulaError.UNKNOWN_CHOICE);
            }
        }
        assertThat(read).isGreaterThan(1_500);
    }

    private static void assertSame(Formula one) {
        Formula other = Formula.parse(one.printed(), Sample.SCOPE, null);
        assertThat(plain(other)).as(one.text()).isEqualTo(plain(one));
        assertThat(other.printed()).isEqualTo(one.printed());
        assertThat(value(other)).as(one.text()).isEqualTo(value(one));
    }

    /** The tree without the places in the text. */
    private static String plain(Formula formula) {
        return SPAN.matcher(formula.expression().toString()).replaceAll("");
    }

    private static String value(Formula formula) {
        Answer answer = formula.evaluate(Sample.DEAL, Sample.MOMENT);
        return answer.value() + " " + answer.faults().stream().map(Fault::code).toList();
    }

    @Test
    void valuesAreOfTheTypeThatIsTold() {
        RandomFormulas formulas = new RandomFormulas(new Random(2));
        for (int i = 0; i < 1_000; i++) {
            if (Formula.read(formulas.any(), Sample.SCOPE) instanceof Formula.Good(Formula formula)) {
                Object value = formula.evaluate(Sample.DEAL, Sample.MOMENT).value();
                assertThat(value == null || fits(formula.type(), value))
                        .as(formula.text())
                        .isTrue();
            }
        }
    }

    private static boolean fits(Type type, Object value) {
        return switch (type) {
            case Type.Plain.NUMBER -> value instanceof java.math.BigDecimal;
            case Type.Plain.MONEY -> value instanceof io.hemai.kernel.Money;
            case Type.Plain.TEXT -> value instanceof String text && !text.isEmpty();
            case Type.Plain.BOOLEAN -> value instanceof Boolean;
            case Type.Plain.DATE -> value instanceof java.time.LocalDate;
            case Type.Plain.DATETIME -> value instanceof java.time.Instant;
            case Type.Choice _ -> value instanceof String;
            case Type.Plain.CHOICES, Type.Plain.BLANK -> false;
            case Type.Link _ -> false;
        };
    }

    @Test
    void garbageIsRefusedAndNothingElse() {
        Random random = new Random(3);
        RandomFormulas formulas = new RandomFormulas(random);
        for (int i = 0; i < 2_000; i++) {
            String text = random.nextBoolean() ? noise(random) : spoilt(formulas.any(), random);
            try {
                Formula formula = Formula.parse(text, Sample.SCOPE, null);
                formula.evaluate(Sample.DEAL, Sample.MOMENT);
            } catch (Refusal refusal) {
                assertThat(refusal.problems()).isNotEmpty();
                assertThat(Sample.faults(text))
                        .as(text)
                        .allMatch(fault -> fault.at().start() >= 0
                                && fault.at().start() <= fault.at().end()
                                && fault.at().end() <= text.length());
            }
        }
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(
                    random.nextInt(3) == 0
                            ? SIGNS.charAt(random.nextInt(SIGNS.length()))
                            : WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static String spoilt(String text, Random random) {
        int at = random.nextInt(text.length());
        String put = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return text.substring(0, at) + (random.nextBoolean() ? put : "") + text.substring(at + 1);
    }
}
