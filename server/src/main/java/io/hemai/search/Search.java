package io.hemai.search;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LongTextType;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.records.store.Sight;
import io.hemai.records.store.Sight.View;
import io.hemai.records.store.TextReader;
import io.hemai.records.store.TextReader.Texts;
import io.hemai.records.store.TextReader.Wanted;
import io.hemai.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Searches everything that the acting identity may see, in two statements, or three where many records fit. */
@Component
public class Search {
    /** How much is told of a record besides its name. */
    private static final int FACTS = 2;

    private final Finder finder;
    private final Sight sight;
    private final TextReader reader;
    private final Metadata metadata;
    private final SearchFill fill;
    private final TenantTransactions transactions;

    Search(
            Finder finder,
            Sight sight,
            TextReader reader,
            Metadata metadata,
            SearchFill fill,
            TenantTransactions transactions) {
        this.finder = finder;
        this.sight = sight;
        this.reader = reader;
        this.metadata = metadata;
        this.fill = fill;
        this.transactions = transactions;
    }

    /**
     * A record that was found.
     *
     * @param label what a person calls it
     * @param matched by what it was found, or the part of that around what was looked for
     * @param facts what else is remembered of it, by which it is told from others of its name
     */
    public record Hit(String object, RecordId id, String label, Said matched, List<Said> facts) {}

    /** What stands in a field, by the field's name. */
    public record Said(String field, String text) {}

    /**
     * The records that fit best, best first.
     *
     * @param objects names of the objects to look in; empty for all but what people keep for themselves
     */
    public List<Hit> find(String typed, Collection<String> objects, int limit) {
        Words words = Words.of(typed);
        objects.forEach(metadata.current()::require);
        fill.keepUp();
        return transactions.read(() -> {
            List<View> views = sight.objects(type -> !SearchText.fields(type).isEmpty()
                    && (objects.isEmpty() ? !type.is(ObjectTrait.PERSONAL) : objects.contains(type.name())));
            return hits(words, views, finder.find(words, views, limit));
        });
    }

    private List<Hit> hits(Words words, List<View> views, Map<RecordId, String> found) {
        Map<String, List<RecordId>> byObject = new HashMap<>();
        found.forEach((id, object) ->
                byObject.computeIfAbsent(object, o -> new ArrayList<>()).add(id));
        Map<String, View> seen = new HashMap<>();
        views.forEach(v -> seen.put(v.type().name(), v));
        List<Wanted> wanted = byObject.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> wanted(Objects.requireNonNull(seen.get(e.getKey())), e.getValue()))
                .toList();
        Map<RecordId, Texts> texts = reader.read(wanted);
        return found.keySet().stream()
                .filter(texts::containsKey)
                .map(id -> hit(words, seen, Objects.requireNonNull(texts.get(id))))
                .toList();
    }

    private static Wanted wanted(View view, List<RecordId> ids) {
        List<Field<?>> fields = SearchText.fields(view.type()).stream()
                .filter(view.rights()::sees)
                .toList();
        return new Wanted(view, fields, ids);
    }

    private static Hit hit(Words words, Map<String, View> views, Texts texts) {
        View view = Objects.requireNonNull(views.get(texts.object()));
        ObjectType type = view.type();
        Map<String, String> said = new LinkedHashMap<>();
        texts.values().forEach((name, value) -> {
            if (value != null) {
                said.put(name, SearchText.said(type.requireField(name), value));
            }
        });
        String field = matched(words, said);
        return new Hit(
                texts.object(),
                texts.id(),
                view.names().shown(texts.label()),
                new Said(field, Excerpt.of(said.getOrDefault(field, ""), words)),
                said.entrySet().stream()
                        .filter(e -> !e.getKey().equals(field) && tells(type.requireField(e.getKey())))
                        .map(e -> new Said(e.getKey(), e.getValue()))
                        .limit(FACTS)
                        .toList());
    }

    /** Whether it says in a word or two which record it is. */
    private static boolean tells(Field<?> field) {
        return !field.has(Trait.NAME)
                && !(field.type() instanceof LongTextType)
                && !(field.type() instanceof RichTextType);
    }

    /** The first field that contains every word, else one that contains a word; what was found by pinyin was found by its name. */
    private static String matched(Words words, Map<String, String> said) {
        Map<String, String> folded = new LinkedHashMap<>();
        said.forEach((name, text) -> folded.put(name, Normalised.of(text)));
        return folded.entrySet().stream()
                .filter(e -> words.words().stream().allMatch(w -> w.within(e.getValue())))
                .findFirst()
                .or(() -> folded.entrySet().stream()
                        .filter(e -> words.words().stream().anyMatch(w -> w.within(e.getValue())))
                        .findFirst())
                .or(() -> folded.entrySet().stream().findFirst())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
