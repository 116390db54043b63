package io.hemai.kernel.china;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.TextError;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTests {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43,91350100M000100Y43",
        "91350100m000100y43,91350100M000100Y43",
        "' 9135 0100 M000 100Y 43 ',91350100M000100Y43",
        "９１３５０１００Ｍ０００１００Ｙ４３,91350100M000100Y43"
    })
    void storesOneForm(String typed, String stored) {
        assertThat(CreditCode.check(typed).accepted()).contains(stored);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(CreditCode.check("")).isEqualTo(new Invalid<>(TextError.CREDIT_CODE_EMPTY));
        assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo(new Invalid<>(TextError.CREDIT_CODE_LENGTH, "17"));
        assertThat(CreditCode.check("91350100MO00100Y43"))
                .isEqualTo(new Invalid<>(TextError.CREDIT_CODE_CHARACTER, "O", "10"));
        assertThat(CreditCode.check("9135A100M000100Y43"))
                .isEqualTo(new Invalid<>(TextError.CREDIT_CODE_REGION, "A", "5"));
        assertThat(CreditCode.check("91350100M000100Y44"))
                .isEqualTo(new Invalid<>(TextError.CREDIT_CODE_CHECK_DIGIT, "4", "3"));
    }

    @Test
    void findsEverySingleMistypedCharacter() {
        String good = "91350100M000100Y43";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int place = random.nextInt(good.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            String mistyped = good.substring(0, place) + other + good.substring(place + 1);
            assertThat(CreditCode.check(mistyped).accepted().isPresent()).isEqualTo(mistyped.equals(good));
        }
    }
}
