package io.hemai.access;

import io.hemai.kernel.Filter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which records of an object a role reaches. */
public sealed interface DataScope {
    /** The scope in the form of the API. */
    Object json();

    /** The scopes that make it up, without those that reach nothing. */
    default Stream<DataScope> parts() {
        return equals(Level.NONE) ? Stream.empty() : Stream.of(this);
    }

    /** Whether it, or one of several, is the filter as it was written. */
    default boolean asksBy(Map<String, @Nullable Object> written) {
        return json().equals(written);
    }

    /** The usual scopes; each takes in the ones before it. */
    enum Level implements DataScope {
        /** Not one. */
        NONE,
        /** Those whose owner the person is. */
        OWN,
        /** Those, and the ones of the person's department. */
        DEPARTMENT,
        /** Those, and the ones of all departments below it and below departments that the person leads. */
        SUBTREE,
        /** Every one. */
        ALL;

        @Override
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scope of that name. */
        public static Optional<Level> of(String code) {
            return Arrays.stream(values()).filter(l -> l.json().equals(code)).findFirst();
        }
    }

    /**
     * Records that match a filter.
     *
     * @param json the filter as the administrator wrote it
     * @param filter matches nothing while the one written names what is not there
     */
    record Matching(Map<String, @Nullable Object> json, Filter filter) implements DataScope {
        public Matching {
            json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
        }

        @Override
        public Stream<DataScope> parts() {
            return filter.equals(Filter.none()) ? Stream.empty() : Stream.of(this);
        }
    }

    /** All that one of several scopes reaches. */
    record AnyOf(List<DataScope> scopes) implements DataScope {
        public AnyOf {
            scopes = List.copyOf(scopes);
        }

        @Override
        public List<Object> json() {
            return scopes.stream().map(DataScope::json).toList();
        }

        @Override
        public boolean asksBy(Map<String, @Nullable Object> written) {
            return scopes.stream().anyMatch(scope -> scope.asksBy(written));
        }

        @Override
        public Stream<DataScope> parts() {
            return scopes.stream().flatMap(DataScope::parts);
        }
    }
}
