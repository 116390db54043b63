package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTests {
    @Test
    void becomesPlainJavaWithExactNumbers() {
        Map<String, Object> members = read("""
                {"name":"王芳","count":3,"big":12345678901234567890,"price":1200.10,"open":true,"gone":null,"tags":["a",null]}""").object();

        assertThat(members)
                .containsEntry("name", "王芳")
                .containsEntry("count", 3)
                .containsEntry("open", true);
        assertThat(members.get("big")).isEqualTo(new BigInteger("12345678901234567890"));
        assertThat(members.get("price")).isEqualTo(new BigDecimal("1200.10"));
        assertThat(members).containsEntry("gone", null);
        assertThat(members.get("tags")).isEqualTo(Arrays.asList("a", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{a:1}",
                "{\"a\":1}}",
                "{\"a\":1} 2",
                "[1,]",
                "{\"a\":NaN}",
                "{\"a\":'b'}",
                "nul",
                "{\"a\" 1}"
            })
    void refusesWhatIsNotWellFormedAndSaysWhere(String text) {
        Refusal refusal = refusal(text);

        assertThat(refusal.code()).isEqualTo(KernelError.MALFORMED_JSON);
        assertThat(refusal.problems().getFirst().args()).hasSize(2);
    }

    @Test
    void refusesBytesThatAreNoText() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> JsonBody.read(new ByteArrayInputStream(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'})));

        assertThat(refusal.code()).isEqualTo(KernelError.MALFORMED_JSON);
    }

    @Test
    void refusesANameSaidTwice() {
        Refusal refusal = refusal("{\"stage\":\"won\",\n \"stage\":\"lost\"}");

        assertThat(refusal.code()).isEqualTo(WebError.DUPLICATE_PROPERTY);
        assertThat(refusal.problems().getFirst().args()).startsWith(2);
    }

    @Test
    void refusesToNestTooDeep() {
        assertThat(refusal("[".repeat(Limits.JSON_DEPTH + 1) + "]".repeat(Limits.JSON_DEPTH + 1))
                        .code())
                .isEqualTo(WebError.JSON_LIMITS);
        assertThat(read("[".repeat(Limits.JSON_DEPTH) + "]".repeat(Limits.JSON_DEPTH))
                        .list())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "[0.1e102]"})
    void refusesNumbersThatWouldFillTheMemory(String text) {
        assertThat(refusal(text).code()).isEqualTo(WebError.NUMBER_RANGE);
    }

    @Test
    void refusesNumbersOfTooManyDigits() {
        assertThat(refusal("9".repeat(Limits.JSON_DIGITS + 1)).code()).isEqualTo(WebError.JSON_LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83dx\"", "{\"a\\u0000b\":1}"})
    void refusesCharactersThatCannotBeStored(String text) {
        assertThat(refusal(text).code()).isEqualTo(WebError.INVALID_CHARACTER);
    }

    @Test
    void takesCharactersBeyondTheBasicPlane() {
        assertThat(read("\"\\ud83d\\ude00𠮷\"").value()).isEqualTo("😀𠮷");
    }

    @Test
    void namesEveryUnknownProperty() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> read("{\"name\":1,\"nmae\":2,\"x\":3}").object("name"));

        assertThat(refusal.code()).isEqualTo(KernelError.UNKNOWN_PROPERTY);
        assertThat(refusal.problems()).extracting(p -> p.field()).containsExactly("nmae", "x");
    }

    @Test
    void refusesAnotherShape() {
        assertThat(catchThrowableOfType(Refusal.class, () -> read("[]").object())
                        .code())
                .isEqualTo(KernelError.WRONG_TYPE);
        assertThat(catchThrowableOfType(Refusal.class, () -> read("null").list())
                        .code())
                .isEqualTo(KernelError.WRONG_TYPE);
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(refusal("").code()).isEqualTo(KernelError.MISSING);
    }

    @Test
    void namesTheParameterThatHoldsIt() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> JsonBody.ofParameter("filter", "{\"a\""));

        assertThat(refusal.problems()).extracting(p -> p.field()).containsExactly("filter");
        ErrorCode code = refusal.code();
        assertThat(code).isEqualTo(KernelError.MALFORMED_JSON);
    }

    private static JsonBody read(String text) {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Refusal refusal(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(List.of(400)).contains(refusal.code().kind().status());
        return refusal;
    }
}
