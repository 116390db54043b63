package io.hemai.workspace;

import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.Records;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out paths of fields that who acts does not know of: a hidden field is as unknown as a misspelt one. */
final class NamesKnown {
    private final Records records;
    private final Query query;
    private final Map<String, Boolean> known = new HashMap<>();

    NamesKnown(Records records, String object) {
        this.records = records;
        this.query = Query.of(object);
    }

    /** What is left of one path, of several, or of something for each; null for nothing. */
    @Nullable
    Object of(@Nullable Object paths) {
        return switch (paths) {
            case String path -> isKnown(path) ? path : null;
            case Collection<?> several ->
                several.stream().map(String::valueOf).filter(this::isKnown).toList();
            case Map<?, ?> byPath -> {
                Map<String, @Nullable Object> left = new LinkedHashMap<>();
                byPath.forEach((path, value) -> {
                    if (isKnown(String.valueOf(path))) {
                        left.put(String.valueOf(path), value);
                    }
                });
                yield left;
            }
            case null, default -> null;
        };
    }

    /** How many paths were left out so far. */
    long leftOut() {
        return known.values().stream().filter(each -> !each).count();
    }

    private boolean isKnown(String path) {
        return known.computeIfAbsent(path, this::isAskable);
    }

    private boolean isAskable(String path) {
        try {
            records.requireAskable(query.fields(List.of(path)));
            return true;
        } catch (Refusal unknown) {
            return false;
        }
    }
}
