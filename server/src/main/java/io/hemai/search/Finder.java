package io.hemai.search;

import static io.hemai.search.SearchTables.FIELDS;
import static io.hemai.search.SearchTables.INITIALS;
import static io.hemai.search.SearchTables.OBJECT;
import static io.hemai.search.SearchTables.PINYIN;
import static io.hemai.search.SearchTables.RECORD;
import static io.hemai.search.SearchTables.TEXT;
import static io.hemai.search.SearchText.END;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Trait;
import io.hemai.records.store.SeenPlans;
import io.hemai.records.store.Sight.Extent;
import io.hemai.records.store.Sight.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Finds the records that fit best, in one statement where few fit. Where many do, a second one adds the newest of each better way
 * to fit up to a number, since ranking all that contain a common word would cost more than anybody gains.
 */
@Component
class Finder {
    /** Records taken for each way to fit, unless more are wanted. */
    private static final int EACH = 60;

    private static final int KEPT = 1_000;

    private final Jdbc jdbc;
    private final SeenPlans<Jdbc.Kept> statements = new SeenPlans<>(KEPT, Function.identity());

    Finder(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that fits; 0 is the best rank. */
    private record Fit(RecordId id, String object, int rank) {}

    private static final Comparator<Fit> BEST_FIRST =
            Comparator.comparingInt(Fit::rank).thenComparing(Fit::id, Comparator.reverseOrder());

    /** Best first; only of those objects, as far as they are seen. */
    Map<RecordId, String> find(Words words, List<View> views, int limit) {
        int each = Math.max(EACH, limit);
        Search search = new Search(new Terms(words), views, each);
        Set<Fit> fits = new TreeSet<>(BEST_FIRST);
        if (!search.parts.isEmpty()) {
            fits.addAll(find(search, "all", search::all));
        }
        if (fits.size() >= each) {
            fits.addAll(find(search, "better", search::better));
        }
        Map<RecordId, String> found = new LinkedHashMap<>();
        fits.stream().limit(limit).forEach(fit -> found.put(fit.id(), fit.object()));
        return found;
    }

    private List<Fit> find(Search search, String which, Supplier<List<Select<? extends Record>>> branches) {
        Jdbc.Kept statement = statements.of(List.of(which, search.shape()), () -> jdbc.keep(union(branches.get())));
        return jdbc.read(statement, search.terms.given(), result -> {
            List<Fit> fits = new ArrayList<>();
            while (result.next()) {
                fits.add(search.fit(result));
            }
            return fits;
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // all branches select the same columns
    private static Select<? extends Record> union(List<? extends Select<? extends Record>> branches) {
        Select all = branches.getFirst();
        for (Select<?> next : branches.subList(1, branches.size())) {
            all = all.unionAll((Select) next);
        }
        return all;
    }

    /** What somebody sees of an object, and by which of its texts its records may be found. */
    private record Part(View view, List<String> visible, boolean restricted, boolean named) {
        static Part of(View view) {
            List<io.hemai.metadata.Field<?>> fields = SearchText.fields(view.type());
            List<String> visible = fields.stream()
                    .filter(view.rights()::sees)
                    .map(io.hemai.metadata.Field::name)
                    .toList();
            boolean named = fields.stream().filter(f -> f.has(Trait.NAME)).allMatch(view.rights()::sees);
            return new Part(view, visible, visible.size() < fields.size(), named);
        }

        String object() {
            return view.type().name();
        }

        List<Object> shape() {
            return List.of(object(), view.extent());
        }

        boolean few() {
            return view.extent() == Extent.FEW;
        }

        /** What may be seen of a text that consists of parts of these names. */
        String seen(String names, String text) {
            if (!restricted) {
                return text;
            }
            String[] fields = names.split(",", -1);
            String[] texts = text.split(String.valueOf(END), -1);
            StringBuilder seen = new StringBuilder().append(END);
            for (int i = 0; i < fields.length && i < texts.length; i++) {
                if (visible.contains(fields[i])) {
                    seen.append(texts[i]).append(END);
                }
            }
            return seen.toString();
        }
    }

    /** One search as somebody. */
    private static final class Search {
        private final Terms terms;
        private final int each;
        private final List<Terms.Way> ways;
        private final List<Part> parts;
        private final Map<String, Part> byObject = new HashMap<>();

        Search(Terms terms, List<View> views, int each) {
            this.terms = terms;
            this.each = each;
            this.ways = terms.ways();
            this.parts = views.stream()
                    .map(Part::of)
                    .filter(p -> !p.visible().isEmpty())
                    .toList();
            parts.forEach(part -> byObject.put(part.object(), part));
        }

        /** All that its statements depend on, apart from what whoever asks may see. */
        List<Object> shape() {
            return List.of(each, terms.shape(), parts.stream().map(Part::shape).toList());
        }

        /** The newest of all that fit. */
        List<Select<? extends Record>> all() {
            return branches(List.of(ways.getLast()));
        }

        /** The newest of each better way to fit, for when more fit than are ranked. */
        List<Select<? extends Record>> better() {
            return branches(ways.subList(0, ways.size() - 1));
        }

        /** Of objects that somebody sees little of, what is seen is gathered and then looked through. */
        private List<Select<? extends Record>> branches(List<Terms.Way> wanted) {
            List<Part> walked = parts.stream().filter(p -> !p.few()).toList();
            List<Part> few = parts.stream().filter(Part::few).toList();
            List<Select<? extends Record>> branches = new ArrayList<>();
            for (Terms.Way way : wanted) {
                if (!walked.isEmpty()) {
                    branches.add(newest(way.indexed().get().and(seen(walked, way))));
                }
                if (!few.isEmpty()) {
                    branches.add(
                            newest(RECORD.in(ids(few)).and(way.indexed().get()).and(seen(few, way))));
                }
            }
            return branches;
        }

        private Select<? extends Record> newest(Condition where) {
            return DSL.select(RECORD, OBJECT, FIELDS, TEXT, INITIALS, PINYIN)
                    .from(SearchTables.e())
                    .where(where)
                    .orderBy(RECORD.desc())
                    .limit(inline(each));
        }

        private static Select<Record1<UUID>> ids(List<Part> few) {
            Select<Record1<UUID>> ids = few.stream()
                    .map(p -> p.view().ids())
                    .reduce(Select::unionAll)
                    .orElseThrow();
            return DSL.select(DSL.field(name("mine", "id"), UUID.class)).from(ids.asTable(name("mine"), name("id")));
        }

        Fit fit(ResultSet row) throws SQLException {
            String object = row.getString(2);
            Part part = Objects.requireNonNull(byObject.get(object));
            int rank = terms.rank(
                    part.seen(row.getString(3), row.getString(4)),
                    part.named() ? row.getString(5) : "",
                    part.named() ? row.getString(6) : "");
            return new Fit(new RecordId(row.getObject(1, UUID.class)), object, rank);
        }

        /** Whether the record may be read, and fits in this way by what may be seen of it. */
        private static Condition seen(List<Part> of, Terms.Way way) {
            List<String> whole = new ArrayList<>();
            Condition seen = DSL.noCondition();
            for (Part part : of) {
                if (part.view().extent() == Extent.MANY || part.restricted()) {
                    seen = seen.or(seen(part, way));
                } else {
                    whole.add(part.object());
                }
            }
            return whole.isEmpty() ? seen : seen.or(OBJECT.eq(DSL.any(whole.toArray(String[]::new))));
        }

        private static Condition seen(Part part, Terms.Way way) {
            Condition seen = OBJECT.eq(part.object());
            if (part.restricted()) {
                seen = seen.and(way.seen().apply(text(part), part.named()));
            }
            return part.view().extent() == Extent.MANY ? seen.and(part.view().readable(RECORD)) : seen;
        }

        private static Field<String> text(Part part) {
            String end = String.valueOf(END);
            String[] visible = part.visible().toArray(String[]::new);
            return concat(inline(end), RawSql.parts(FIELDS, TEXT, end, visible), inline(end));
        }
    }
}
