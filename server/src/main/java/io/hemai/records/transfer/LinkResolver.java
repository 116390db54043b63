package io.hemai.records.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.access.Rights;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Row;
import io.hemai.records.store.NameSight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which records the cells of links mean: by id, name, other unique fields, login or e-mail. */
final class LinkResolver {
    private static final int KEPT = 100_000;
    private static final int CANDIDATES = 5;
    /** Where there are more records, only what is written exactly is found. */
    private static final int NEAR_AMONG = 10_000;

    private static final Set<String> KEYS = Set.of("login", "email", "code", "number", "mobile");

    private final ObjectType type;
    private final Lookup lookup;
    private final Rights rights;
    private final ValueContext context;
    private final Cache<String, Found> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Set<Long> expected;
    private @Nullable Map<String, List<Row>> byBareName;

    /**
     * @param type the object that the links lead to
     * @param expected hashes of what will be found later
     */
    LinkResolver(ObjectType type, Lookup lookup, Rights rights, ValueContext context, Set<Long> expected) {
        this.type = type;
        this.lookup = lookup;
        this.rights = rights;
        this.context = context;
        this.expected = expected;
    }

    /** What a cell means. */
    sealed interface Found {
        record One(RecordId id) implements Found {}

        /** Several records are called so. */
        record Several(List<String> candidates) implements Found {}

        /** Nothing is called so, but one thing nearly. */
        record Near(String name) implements Found {}

        record Nothing() implements Found {}
    }

    /** Looks up what is not known yet, in few statements for all texts; what is not found is looked for again next time. */
    Map<String, Found> find(Collection<String> texts) {
        Map<String, Found> found = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (String text : texts) {
            Found before = known.getIfPresent(text);
            if (before == null) {
                open.add(text);
            } else {
                found.put(text, before);
            }
        }
        for (Field<?> key : Fillable.sees(rights) ? keys() : List.<Field<?>>of()) {
            if (!open.isEmpty()) {
                byKey(key, open).forEach((text, meaning) -> {
                    found.put(text, meaning);
                    known.put(text, meaning);
                    open.remove(text);
                });
            }
        }
        open.forEach(text -> found.put(text, near(text)));
        return found;
    }

    /** Takes note of what a record could be found by that is not there, but will be. */
    void expect(Map<String, @Nullable Object> values) {
        for (Field<?> key : keys()) {
            Object value = values.get(key.name());
            if (value != null) {
                expected.add(hash(key, value));
            }
        }
    }

    /** Whether the text means a record that is expected. */
    boolean expects(String text) {
        return keys().stream()
                .anyMatch(key -> key.type().read(text, null, context) instanceof Coerced.Good<?>(var value)
                        && value != null
                        && expected.contains(hash(key, value)));
    }

    private static long hash(Field<?> key, Object value) {
        return Matching.hash(key.name() + " " + Lookup.same(key, value));
    }

    /** Names first, since people write names; then what is unique. */
    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>();
        keys.add(type.nameField());
        keys.add(CommonFields.EXTERNAL_ID);
        type.fields().stream()
                .filter(f -> f.has(Trait.UNIQUE) || KEYS.contains(f.name()))
                .filter(f -> !keys.contains(f) && !f.name().equals(CommonFields.EXTERNAL_ID.name()))
                .forEach(keys::add);
        keys.add(CommonFields.ID);
        return keys.stream().filter(rights::sees).distinct().toList();
    }

    private <T> Map<String, Found> byKey(Field<T> key, Set<String> texts) {
        Map<String, List<String>> textsByValue = new HashMap<>();
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            if (key.type().read(text, null, context) instanceof Coerced.Good<T>(var value) && value != null) {
                values.add(value);
                textsByValue
                        .computeIfAbsent(Lookup.same(key, value), v -> new ArrayList<>())
                        .add(text);
            }
        }
        Map<String, List<Row>> rows = new HashMap<>();
        if (!values.isEmpty()) {
            lookup.rows(type, key, values)
                    .forEach(row -> rows.computeIfAbsent(Lookup.same(key, row.value(key)), v -> new ArrayList<>())
                            .add(row));
        }
        Map<String, Found> found = new HashMap<>();
        rows.forEach((value, same) ->
                textsByValue.getOrDefault(value, List.of()).forEach(text -> found.put(text, meaning(same))));
        return found;
    }

    private Found meaning(List<Row> rows) {
        return rows.size() == 1
                ? new Found.One(rows.getFirst().id())
                : new Found.Several(
                        rows.stream().limit(CANDIDATES).map(this::told).toList());
    }

    /** What it is called and how else to name it, as far as the person sees that. */
    private String told(Row row) {
        String external = rights.sees(CommonFields.EXTERNAL_ID) ? row.value(CommonFields.EXTERNAL_ID) : null;
        String name = NameSight.of(type, rights).shown(row.label());
        return (name + " (" + (external == null ? row.id() : external) + ")").strip();
    }

    private Found near(String text) {
        String bare = Likeness.bare(text);
        List<Row> alike = bare.isEmpty() ? List.of() : bareNames().getOrDefault(bare, List.of());
        return switch (alike.size()) {
            case 0 -> new Found.Nothing();
            case 1 -> new Found.Near(alike.getFirst().label());
            default ->
                new Found.Several(
                        alike.stream().limit(CANDIDATES).map(this::told).toList());
        };
    }

    private Map<String, List<Row>> bareNames() {
        Map<String, List<Row>> names = byBareName;
        if (names == null) {
            names = new HashMap<>();
            List<Row> all =
                    Fillable.sees(rights) && rights.sees(type.nameField()) ? lookup.some(type, NEAR_AMONG) : List.of();
            if (all.size() < NEAR_AMONG) {
                for (Row row : all) {
                    names.computeIfAbsent(Likeness.bare(row.label()), n -> new ArrayList<>())
                            .add(row);
                }
            }
            byBareName = names;
        }
        return names;
    }

    /** Forgets what names there were, since records have been added. */
    void forgetNames() {
        byBareName = null;
    }
}
