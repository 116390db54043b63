package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Money;
import io.hemai.metadata.ValueContext;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** Readers of values: one in Shanghai, one in London, of a company that counts in yuan and gets 7 of them for anything. */
final class Contexts {
    static final ValueContext SHANGHAI =
            new ValueContext(ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE, "CN", new SevenYuan());
    static final ValueContext LONDON =
            new ValueContext(ZoneId.of("Europe/London"), Locale.ENGLISH, "CN", new SevenYuan());

    private Contexts() {}

    private static final class SevenYuan implements ValueContext.Rates {
        private static final Currency YUAN = Currency.getInstance("CNY");

        @Override
        public Currency base() {
            return YUAN;
        }

        @Override
        public BigDecimal toBase(Money money) {
            BigDecimal rate = money.currency().equals(YUAN) ? BigDecimal.ONE : BigDecimal.valueOf(7);
            return new Money(money.amount().multiply(rate), YUAN).amount();
        }
    }
}
