package io.hemai.formula;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions, by name in any case. */
public final class Functions {
    private static final List<Function> ALL = Stream.of(
                    LogicFunctions.ALL, NumberFunctions.ALL, TextFunctions.ALL, DateFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Function> BY_NAME = byName();

    private Functions() {}

    private static Map<String, Function> byName() {
        Map<String, Function> found = new TreeMap<>();
        ALL.forEach(function -> function.names().forEach(name -> found.put(name, function)));
        return found;
    }

    /** All functions in the order in which people read of them; aggregates are {@link Fold}s. */
    public static List<Function> all() {
        return ALL;
    }

    static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The function that certainly exists. */
    static Function named(String name) {
        return find(name).orElseThrow();
    }

    /** All names, those of aggregates among them. */
    static Collection<String> names() {
        return Stream.concat(
                        BY_NAME.keySet().stream(), Arrays.stream(Fold.values()).flatMap(fold -> fold.names().stream()))
                .distinct()
                .toList();
    }
}
