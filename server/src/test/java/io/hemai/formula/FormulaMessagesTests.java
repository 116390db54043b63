package io.hemai.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Worded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that people are told of formulas can be said in both languages, and nothing is left over. */
class FormulaMessagesTests {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everythingHasItsWords(String language) {
        ResourceBundle messages = ResourceBundle.getBundle("messages.formula", Locale.forLanguageTag(language));
        Stream<Type> types = Stream.concat(
                Arrays.stream(Type.Plain.values()), Stream.of(new Type.Choice(List.of()), new Type.Link("user")));
        Stream<String> worded = Stream.of(
                        Functions.all().stream().map(Function::description),
                        Arrays.stream(Fold.values()).map(Fold::description),
                        Arrays.stream(Wants.values()).map(Wants::worded),
                        types.map(Type::worded))
                .flatMap(keys -> keys)
                .map(Worded::key);
        Stream<String> errors = Arrays.stream(FormulaError.values()).map(error -> "error." + error.code());

        assertThat(messages.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(worded, errors).toList());
    }
}
