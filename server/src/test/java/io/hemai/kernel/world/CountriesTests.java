package io.hemai.kernel.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTests {

    @ParameterizedTest
    @CsvSource({
        "CN,CN",
        "cn,CN",
        "CHN,CN",
        "中国,CN",
        "China,CN",
        "德国,DE",
        "Germany,DE",
        "USA,US",
        "uk,GB",
        "United States,US"
    })
    void findsCountries(String text, String code) {
        assertThat(Countries.find(text)).contains(code);
    }

    @Test
    void namesThem() {
        assertThat(Countries.label("DE", Locale.CHINA)).isEqualTo("德国");
        assertThat(Countries.label("XX", Locale.CHINA)).isEqualTo("XX");
        assertThat(Countries.find("Atlantis")).isEmpty();
    }

    @Test
    void knowsTheDigitsOfCurrencies() {
        assertThat(Currencies.digits("CNY")).contains(2);
        assertThat(Currencies.digits("JPY")).contains(0);
        assertThat(Currencies.digits("KWD")).contains(3);
        assertThat(Currencies.digits("XAU")).isEmpty();
        assertThat(Currencies.find("￥")).contains("CNY");
        assertThat(Currencies.find("usd")).contains("USD");
        assertThat(Currencies.label("CNY", Locale.CHINA)).isEqualTo("人民币");
    }
}
