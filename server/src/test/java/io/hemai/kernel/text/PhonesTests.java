package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.Checked.Invalid;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13800138000|+8613800138000|138****8000",
                "138-0013-8000|+8613800138000|138****8000",
                "１３８ ００１３ ８０００|+8613800138000|138****8000",
                "+86 138 0013 8000|+8613800138000|138****8000",
                "0086 13800138000|+8613800138000|138****8000",
                "021-6100 1234|+862161001234|021-****1234",
                "(0571) 8765 4321|+8657187654321|0571-****4321",
                "400-820-8820|+864008208820|400****8820",
                "800 830 3811|+868008303811|800****3811",
                "+1 650 253 0000|+16502530000|+1 ****0000",
                "+852 2123 4567|+85221234567|+852 ****4567",
                "电话：021-61001234|+862161001234|021-****1234"
            })
    void readsWhatPeopleWrite(String typed, String e164, String masked) {
        Phone phone = Phones.check(typed).accepted().orElseThrow();
        assertThat(phone.e164()).isEqualTo(e164);
        assertThat(Phones.masked(e164)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"021-61001234转808,808", "021-61001234 ext. 12,12", "02161001234分机6,6", "021-61001234,''"})
    void keepsTheExtensionApart(String typed, String extension) {
        assertThat(Phones.check(typed).accepted()).contains(new Phone("+862161001234", extension));
    }

    @ParameterizedTest
    @CsvSource({
        "'',PHONE_EMPTY",
        "找王总,PHONE_NOT_A_NUMBER",
        "13800138000 王总,PHONE_NOT_A_NUMBER",
        "138001380,PHONE_TOO_SHORT",
        "138001380001234567,PHONE_TOO_LONG",
        "12345,PHONE_TOO_SHORT",
        "95588,PHONE_TOO_SHORT",
        "61001234,PHONE_NO_AREA_CODE",
        "11111111111,PHONE_UNKNOWN_RANGE",
        "+999 12345678,PHONE_COUNTRY"
    })
    void saysWhatIsWrong(String typed, TextError error) {
        assertThat(Phones.check(typed)).isEqualTo(new Invalid<>(error));
    }

    @Test
    void readsForeignNumbersInTheirCountry() {
        assertThat(Phones.check("(650) 253-0000", "US").accepted()).contains(new Phone("+16502530000", ""));
    }

    /** Of two numbers of a range the second one is known by the first. */
    @Test
    void readsMobileNumbersByTheirRangesAsTheLibraryReadsEach() {
        Random random = new Random(86);
        for (int i = 0; i < 2_000; i++) {
            String range = "1%d%05d".formatted(3 + random.nextInt(7), random.nextInt(100_000));
            for (int n = 0; n < 3; n++) {
                String number = range + "%04d".formatted(random.nextInt(10_000));
                assertThat(Phones.check(number)).isEqualTo(Phones.readBy(number, "CN"));
            }
        }
    }
}
