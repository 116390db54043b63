package io.hemai.kernel.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CurrenciesTests {
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
