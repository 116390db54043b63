package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.metadata.Wording;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebMessagesTests {
    private final Wording wording = new Wording();

    WebMessagesTests() throws IOException {}

    @ParameterizedTest
    @MethodSource
    void everyCodeHasATextInBothLanguages(ErrorCode code) {
        assertThat(wording.has("error." + code.code())).isTrue();
    }

    static Stream<ErrorCode> everyCodeHasATextInBothLanguages() {
        return Stream.concat(Arrays.stream(KernelError.values()), Arrays.stream(WebError.values()));
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusHasAName(ErrorCode.Kind kind) {
        assertThat(wording.has("web.status." + kind.status())).isTrue();
    }
}
