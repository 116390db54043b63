package io.hemai.metadata;

import io.hemai.kernel.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What a value needs to know about where it comes from.
 *
 * @param zone the person's zone: days are theirs
 * @param locale the person's language
 * @param country ISO 3166 code that phone numbers without country belong to
 * @param rates turns amounts into base currency
 */
public record ValueContext(ZoneId zone, Locale locale, String country, Rates rates) {
    /** The same for a reader of another language. */
    public ValueContext in(Locale reader) {
        return new ValueContext(zone, reader, country, rates);
    }

    /** Today's exchange rates of the company. */
    public interface Rates {
        /** The currency the company counts in. */
        Currency base();

        /** Whether there is a rate for the currency. */
        default boolean knows(Currency currency) {
            return true;
        }

        /** The amount in base currency, rounded to its digits; an unknown rate is a refusal. */
        BigDecimal toBase(Money money);
    }
}
