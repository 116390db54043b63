package io.hemai.metadata.fieldtype;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which currency a cell of a file speaks of: {@code USD 1,200}, {@code 1200 EUR}, {@code $1,200}, {@code 800元}. */
final class MoneyCells {
    private static final Pattern NAMED =
            Pattern.compile("(?:([A-Za-z]{3})\\s*)?([^A-Za-z]*?)(?:\\s*([A-Za-z]{3}))?", Pattern.DOTALL);
    private static final Map<String, String> SIGNS =
            Map.of("¥", "CNY", "￥", "CNY", "元", "CNY", "$", "USD", "€", "EUR", "£", "GBP");
    private static final Set<String> DOLLARS = Set.of("AUD", "CAD", "HKD", "NZD", "SGD", "TWD");

    private MoneyCells() {}

    /**
     * An amount as text with its currency.
     *
     * @param currency empty when the cell names one that does not exist
     * @param named what it was named by
     */
    record Cell(String amount, Optional<Currency> currency, String named) {}

    /** Parts the cell; the currency of the column, else the base one, holds where the cell says nothing. */
    static Cell parse(String cell, @Nullable String columnCurrency, Currency base) {
        String text = Texts.stripped(cell);
        Matcher found = NAMED.matcher(text);
        if (found.matches() && (found.group(1) != null || found.group(3) != null)) {
            String code = found.group(1) == null ? found.group(3) : found.group(1);
            Optional<Currency> named = currency(code);
            // a word without any number names no currency
            return named.isPresent() || found.group(2).chars().anyMatch(Character::isDigit)
                    ? new Cell(found.group(2), named, code)
                    : new Cell(text, Optional.of(base), code);
        }
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (text.contains(sign.getKey())) {
                return new Cell(text, Optional.of(signed(sign.getKey(), sign.getValue(), base)), sign.getKey());
            }
        }
        return columnCurrency == null
                ? new Cell(text, Optional.of(base), base.getCurrencyCode())
                : new Cell(text, currency(columnCurrency), columnCurrency);
    }

    /** Several countries write their own money with {@code $} or {@code ¥}; at home it means that. */
    private static Currency signed(String sign, String usual, Currency base) {
        boolean dollar = sign.equals("$") && DOLLARS.contains(base.getCurrencyCode());
        boolean yen = "¥￥".contains(sign) && base.getCurrencyCode().equals("JPY");
        return dollar || yen ? base : Currency.getInstance(usual);
    }

    /** The currency of that ISO 4217 code, in any case of letters. */
    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // how Currency says "unknown"
        }
    }
}
