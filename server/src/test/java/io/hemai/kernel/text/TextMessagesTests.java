package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextMessagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyErrorHasItsSentence(String language) {
        ResourceBundle messages = ResourceBundle.getBundle("messages.text", Locale.forLanguageTag(language));
        assertThat(messages.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TextError.values())
                        .map(error -> "error." + error.code())
                        .toList());
    }
}
