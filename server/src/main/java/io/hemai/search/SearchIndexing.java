package io.hemai.search;

import io.hemai.metadata.Field;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what can be found equal to what is written, in the same transaction; before other reactions write the records again. */
@Component
class SearchIndexing implements Reaction {
    private final SearchEntries entries;

    SearchIndexing(SearchEntries entries) {
        this.entries = entries;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void after(ChangeSet written) {
        List<Field<?>> fields = SearchText.fields(written.type());
        if (fields.isEmpty()) {
            return;
        }
        String object = written.type().name();
        Function<Change, SearchText> text = change -> SearchText.of(fields, stored(change, fields, written.context()));
        entries.add(object, written.sound(Change.Kind.CREATE), Change::id, text);
        entries.put(
                object,
                written.written().stream()
                        .filter(change -> !change.creates())
                        .filter(change ->
                                change.before() == null || fields.stream().anyMatch(change::changes))
                        .collect(Collectors.toMap(Change::id, text, (one, same) -> same, LinkedHashMap::new)));
        entries.remove(
                written.sound(Change.Kind.DELETE).stream().map(Change::id).toList());
    }

    private static Map<String, @Nullable String> stored(Change change, List<Field<?>> fields, ValueContext context) {
        Map<String, @Nullable String> stored = new HashMap<>();
        fields.forEach(field -> stored.put(field.name(), stored(change, field, context)));
        return stored;
    }

    private static <T> @Nullable String stored(Change change, Field<T> field, ValueContext context) {
        T value = change.value(field);
        return value == null ? null : (String) field.type().store(value, context)[0];
    }
}
