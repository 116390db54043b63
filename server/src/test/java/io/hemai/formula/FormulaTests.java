package io.hemai.formula;

import static io.hemai.formula.Sample.formula;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.formula.Type.Plain;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a formula tells of itself. */
class FormulaTests {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    1+2*3                     ~ 1 + 2 * 3
                    ((1+2))*3                 ~ (1 + 2) * 3
                    1-(2-3)                   ~ 1 - (2 - 3)
                    (1-2)-3                   ~ 1 - 2 - 3
                    (-2)^2                    ~ -2 ^ 2
                    -(2^2)                    ~ -(2 ^ 2)
                    if(active,“大”,“小”)        ~ IF(active, "大", "小")
                    switch(stage,"won",1)     ~ CASE(stage, "won", 1)
                    name = ""                 ~ name = BLANK
                    "a""b" & true             ~ "a""b" & TRUE
                    close_date-3              ~ ADD_DAYS(close_date, -3)
                    TODAY()-close_date        ~ DAYS_BETWEEN(close_date, TODAY())
                    count(lines,lines.active) ~ COUNT(lines, lines.active)
                    any(lines)                ~ EXISTS(lines)
                    sum(account.lines.price*2)~ SUM(account.lines.price * 2)
                    """)
    void isPrintedInOneForm(String text, String printed) {
        assertThat(formula(text).printed()).isEqualTo(printed);
        assertThat(formula(printed).printed()).isEqualTo(printed);
        assertThat(formula(text).text()).isEqualTo(text);
    }

    @Test
    void hasAType() {
        assertThat(formula("score + 1").type()).isEqualTo(Plain.NUMBER);
        assertThat(formula("amount / 2").type()).isEqualTo(Plain.MONEY);
        assertThat(formula("IF(active, stage, name)").type()).isEqualTo(Plain.TEXT);
        assertThat(formula("IF(active, stage)").type()).isEqualTo(new Type.Choice(List.of("new", "won", "lost")));
        assertThat(formula("IF(active, account.owner, owner)").type()).isEqualTo(new Type.Link("user"));
        assertThat(formula("MAX(lines.due)").type()).isEqualTo(Plain.DATE);
        assertThat(formula("NOW() + 1").type()).isEqualTo(Plain.DATETIME);
        assertThat(formula("BLANK").type()).isEqualTo(Plain.BLANK);
    }

    @Test
    void tellsWhatItReads() {
        Reads reads = formula(
                        "IF(account.name = name, SUM(lines.price, lines.owner = owner)) + SUM(lines.price, lines.owner=owner)")
                .dependencies();

        assertThat(reads.paths()).map(Path::toString).containsExactly("account.name", "name", "owner");
        assertThat(reads.aggregates()).containsOnlyKeys("SUM(lines.price, lines.owner = owner)");
        assertThat(reads.aggregates().values())
                .allSatisfy(aggregate ->
                        assertThat(Reads.ofList(aggregate)).map(Path::toString).containsExactly("owner", "price"));
    }

    @Test
    void tellsWhetherItDependsOnTheTime() {
        assertThat(formula("IF(active, DAYS_BETWEEN(close_date, TODAY()))").dependsOnTime())
                .isTrue();
        assertThat(formula("COUNT(lines, lines.due < TODAY())").dependsOnTime()).isTrue();
        assertThat(formula("YEAR(close_date)").dependsOnTime()).isFalse();
    }

    static Stream<String> examples() {
        return Stream.concat(
                Functions.all().stream().map(Function::example),
                Stream.of(Fold.values()).map(Fold::example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreReadUpToTheirFields(String example) {
        Formula.Reading reading = Formula.read(example, Sample.SCOPE);
        List<FormulaError> told = reading instanceof Formula.Bad(var faults)
                ? faults.stream().map(Fault::code).toList()
                : List.of();
        assertThat(told).isSubsetOf(FormulaError.UNKNOWN_FIELD, FormulaError.LIST_NEEDED);
    }

    @Test
    void circlesAreFound() {
        assertThat(Order.of(Map.of("a", List.of("b", "amount"), "b", List.of("c"), "c", List.of())))
                .isEqualTo(new Order.Sorted(List.of("c", "b", "a")));
        assertThat(Order.of(Map.of("a", List.of("a")))).isEqualTo(new Order.Circle(List.of("a", "a")));
        Order.Circle circle =
                (Order.Circle) Order.of(Map.of("b", List.of("x", "c"), "c", List.of("x", "b"), "x", List.of()));
        assertThat(circle.path()).hasSize(3).startsWith(circle.path().getLast());
        assertThat(circle.fault(new Span(0, 1)).args()).containsExactly(String.join(" → ", circle.path()));
    }
}
