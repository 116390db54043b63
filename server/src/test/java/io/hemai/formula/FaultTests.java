package io.hemai.formula;

import static io.hemai.formula.Sample.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of formulas that are none: code and the text that it is about, in the order of the text. */
class FaultTests {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    1 +                        ~ UNFINISHED «»
                    ()                         ~ UNEXPECTED «)»
                    IF(active, , 1)            ~ UNEXPECTED «,»
                    1 * / 2                    ~ UNEXPECTED «/»
                    "abc                       ~ QUOTE_OPEN «"abc»
                    a ? b $ c                  ~ UNKNOWN_CHARACTER «?» UNKNOWN_CHARACTER «$»
                    score 1                    ~ OPERATOR_MISSING «1»
                    1 + (2 * (3                ~ BRACKET_OPEN «(» BRACKET_OPEN «(»
                    LEN(name                   ~ BRACKET_OPEN «(»
                    (1, 2)                     ~ UNEXPECTED «,»
                    1 + 2)                     ~ BRACKET_UNOPENED «)»
                    12345678901234567890123456789012345 ~ NUMBER_TOO_LONG «12345678901234567890123456789012345»
                    IF(score 1, LEN(), * 2)    ~ OPERATOR_MISSING «1» ARGUMENT_COUNT «LEN()» UNEXPECTED «*»
                    IF(1 (2, 3), LEN(), 4)     ~ OPERATOR_MISSING «(» ARGUMENT_COUNT «LEN()»
                    """)
    void signs(String formula, String told) {
        assertThat(told(formula)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    amout + scor               ~ UNKNOWN_FIELD «amout» UNKNOWN_FIELD «scor»
                    account.nme                ~ UNKNOWN_FIELD «nme»
                    name.x                     ~ NOT_A_LINK «name»
                    LENGTH(name)               ~ UNKNOWN_FUNCTION «LENGTH»
                    TODAY                      ~ BRACKETS_MISSING «TODAY»
                    stage = "wonn"             ~ UNKNOWN_CHOICE «"wonn"»
                    CASE(stage, "wonn", 1)     ~ UNKNOWN_CHOICE «"wonn"»
                    LEFT(name)                 ~ ARGUMENT_COUNT «LEFT(name)»
                    CASE(stage, "won")         ~ ARGUMENT_COUNT «CASE(stage, "won")»
                    TODAY(1)                   ~ ARGUMENT_COUNT «TODAY(1)»
                    LEFT(score, name)          ~ WRONG_TYPE «score» WRONG_TYPE «name»
                    name + 1                   ~ WRONG_TYPE «name»
                    -name                      ~ WRONG_TYPE «name»
                    owner & "x"                ~ WRONG_TYPE «owner»
                    name < "b"                 ~ WRONG_TYPE «name» WRONG_TYPE «"b"»
                    IF(score, 1, 2)            ~ WRONG_TYPE «score»
                    IF(active, 1, "x")         ~ DIFFERENT_TYPES «"x"»
                    MAX(score, close_date)     ~ DIFFERENT_TYPES «close_date»
                    score = "7"                ~ NOT_COMPARABLE «score = "7"»
                    owner = account            ~ NOT_COMPARABLE «owner = account»
                    close_date < NOW()         ~ NOT_COMPARABLE «close_date < NOW()»
                    tags = tags                ~ NOT_COMPARABLE «tags = tags»
                    amount + 1                 ~ MONEY_WITH_NUMBER «amount + 1»
                    amount * amount            ~ MONEY_WITH_NUMBER «amount * amount»
                    1 / amount                 ~ MONEY_WITH_NUMBER «1 / amount»
                    """)
    void names(String formula, String told) {
        assertThat(told(formula)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    lines.price                ~ LIST_ALONE «lines.price»
                    MAX(1, lines.price)        ~ LIST_ALONE «lines.price»
                    SUM(score)                 ~ LIST_NEEDED «SUM(score)»
                    SUM()                      ~ LIST_NEEDED «SUM()»
                    SUM(lines)                 ~ FIELD_OF_LIST_NEEDED «lines»
                    SUM(lines.price, TRUE, 1)  ~ ARGUMENT_COUNT «SUM(lines.price, TRUE, 1)»
                    SUM(lines.price, 1)        ~ WRONG_TYPE «1»
                    SUM(lines.active)          ~ WRONG_TYPE «lines.active»
                    COUNT(lines, contacts.name = "x") ~ OTHER_LIST «contacts.name»
                    SUM(lines.price, COUNT(contacts) > 1) ~ NESTED «COUNT(contacts)»
                    COUNT(lines.parts)         ~ NESTED «parts»
                    SUM(lines.prise)           ~ UNKNOWN_FIELD «prise»
                    """)
    void lists(String formula, String told) {
        assertThat(told(formula)).isEqualTo(told);
    }

    private static String told(String formula) {
        return faults(formula).stream()
                .map(fault -> fault.code() + " «"
                        + formula.substring(fault.at().start(), fault.at().end()) + "»")
                .collect(Collectors.joining(" "));
    }

    @Test
    void argumentsNameTheRemedy() {
        assertThat(faults("scor")).extracting(Fault::args).containsExactly(List.of("scor", "score, name, no_score"));
        assertThat(faults("ROUNDUP(1)").getFirst().args()).last().asString().contains("ROUND");
        assertThat(faults("stage = \"wom\"")).extracting(Fault::args).containsExactly(List.of("wom", "won, lost, new"));
        assertThat(faults("LEFT(1, 2)"))
                .extracting(Fault::args)
                .containsExactly(List.of("LEFT", new Worded("formula.wants.text"), new Worded("formula.type.number")));
        assertThat(faults("LEN()")).extracting(Fault::args).containsExactly(List.of("LEN", 0, "LEN(name)"));
    }

    @Test
    void aRefusalHasAllProblemsAndTheirPlaces() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> Formula.parse("amout + scor", Sample.SCOPE, "formula"));

        assertThat(refusal.problems()).extracting("field").containsOnly("formula");
        assertThat(refusal.problems())
                .extracting("code")
                .containsExactly(FormulaError.UNKNOWN_FIELD, FormulaError.UNKNOWN_FIELD);
        assertThat(refusal.extras()).containsEntry("spans", List.of(new Span(0, 5), new Span(8, 12)));
    }

    @Test
    void formulasHaveLimits() {
        assertThat(told(" ".repeat(3_999) + "1")).isEmpty();
        assertThat(told(" ".repeat(4_000) + "1")).isEqualTo("TOO_LONG «1»");
        assertThat(told("(".repeat(50) + "1" + ")".repeat(50))).isEmpty();
        assertThat(told("(".repeat(51) + "1" + ")".repeat(51))).isEqualTo("TOO_DEEP «(»");
        assertThat(told("1" + "+1".repeat(249))).isEmpty();
        assertThat(told("1" + "+1".repeat(250))).isEqualTo("TOO_MANY_PARTS «1»");
        assertThat(told("-".repeat(499) + "1")).isEmpty();
        assertThat(told("COUNT(lines)" + "+COUNT(lines)".repeat(19))).isEmpty();
        assertThat(told("COUNT(lines)" + "+COUNT(lines)".repeat(20))).isEqualTo("TOO_MANY_AGGREGATES «COUNT(lines)»");
        assertThat(told("MIN(".repeat(50) + "1" + ")".repeat(50))).isEmpty();
    }

    @Test
    void pathsFollowThreeLinks() {
        Scope endless = new Scope() {
            @Override
            public java.util.Optional<Named> find(String name) {
                return java.util.Optional.of(name.equals("name") ? new Field(Type.Plain.TEXT) : new Link("user", this));
            }

            @Override
            public List<String> names() {
                return List.of();
            }
        };
        assertThat(Formula.read("a.b.c.name", endless)).isInstanceOf(Formula.Good.class);
        assertThat(Formula.read("a.b.c.d.name", endless))
                .isEqualTo(new Formula.Bad(List.of(Fault.of(new Span(0, 12), FormulaError.TOO_FAR, 3))));
    }
}
