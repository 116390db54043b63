package io.hemai.kernel.world;

import io.hemai.kernel.text.Normalised;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries and territories by their two-letter ISO 3166 codes. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    /** All codes in alphabetical order. */
    public static List<String> codes() {
        return CODES.stream().sorted().toList();
    }

    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** The country's name in the language; an unknown code stays as it is. */
    public static String label(String code, Locale locale) {
        return isKnown(code) ? Locale.of("", code).getDisplayCountry(locale) : code;
    }

    /** The code that a text means: a two- or three-letter code, or a name in Chinese or English. */
    public static Optional<String> find(String text) {
        return Optional.ofNullable(BY_NAME.get(Normalised.of(text)));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            Locale country = Locale.of("", code);
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
                names.putIfAbsent(Normalised.of(country.getDisplayCountry(language)), code);
            }
            names.put(Normalised.of(country.getISO3Country()), code);
        }
        CODES.forEach(code -> names.put(Normalised.of(code), code));
        Map.of("usa", "US", "uk", "GB", "台湾", "TW", "香港", "HK", "澳门", "MO", "中华人民共和国", "CN", "prc", "CN")
                .forEach(names::put);
        return Map.copyOf(names);
    }
}
