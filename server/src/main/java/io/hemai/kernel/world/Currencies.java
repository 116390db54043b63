package io.hemai.kernel.world;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Currencies in use by their three-letter ISO 4217 codes. */
public final class Currencies {
    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0) // without gold, test codes and the like
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private static final Map<String, String> SIGNS = Map.of(
            "¥", "CNY", "￥", "CNY", "RMB", "CNY", "元", "CNY", "人民币", "CNY", "$", "USD", "US$", "USD", "€", "EUR", "£",
            "GBP", "HK$", "HKD");

    private Currencies() {}

    /** All codes in alphabetical order. */
    public static List<String> codes() {
        return BY_CODE.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    public static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /** The number of decimals of an amount: 2 for CNY, 0 for JPY; empty for an unknown code. */
    public static Optional<Integer> digits(String code) {
        return Optional.ofNullable(BY_CODE.get(code)).map(Currency::getDefaultFractionDigits);
    }

    /** The currency's name in the language; an unknown code stays as it is. */
    public static String label(String code, Locale locale) {
        return Optional.ofNullable(BY_CODE.get(code))
                .map(currency -> currency.getDisplayName(locale))
                .orElse(code);
    }

    /** The code that a code in any case or a common sign means. */
    public static Optional<String> find(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return isKnown(code) ? Optional.of(code) : Optional.ofNullable(SIGNS.get(code));
    }
}
