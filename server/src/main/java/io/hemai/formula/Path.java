package io.hemai.formula;

import java.util.List;

/** Names joined by dots: links that are walked and, at the end, what is read. */
public record Path(List<String> names) implements Comparable<Path> {
    public Path {
        names = List.copyOf(names);
    }

    /** The path of the names in their order. */
    public static Path of(String... names) {
        return new Path(List.of(names));
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
