package io.hemai.shaping;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys of what belongs to an object and has a name that people gave it, {@code object: name}. */
public final class Keys {
    private static final String BETWEEN = ": ";

    private Keys() {}

    /** The key of that name. */
    public static String of(String object, String name) {
        return object + BETWEEN + name;
    }

    /** The key, with a number where it is one already. */
    public static String next(String key, Predicate<String> taken) {
        return Stream.concat(Stream.of(key), IntStream.iterate(2, n -> n + 1).mapToObj(n -> key + " (" + n + ")"))
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    /** The object that the key names. */
    public static String object(String key) {
        return key.substring(0, place(key));
    }

    /** What it is called there. */
    public static String name(String key) {
        return key.substring(place(key) + BETWEEN.length());
    }

    private static int place(String key) {
        int place = key.indexOf(BETWEEN);
        if (place < 1) {
            throw Refusal.of(MetadataError.UNKNOWN_OBJECT, key);
        }
        return place;
    }
}
