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

import io.hemai.database.RawSql;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Trait;
import io.hemai.records.store.Sight.Extent;
import io.hemai.records.store.Sight.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Finds the records that fit best, in one statement where few fit. Where many do, a second one takes the newest of each way to fit
 * up to a number, since ranking all that contain a common word would cost more than anybody gains.
 */
@Component
class Finder {
    /** Records taken for each way to fit. */
    private static final int EACH = 100;

    private final DSLContext sql;

    Finder(DSLContext sql) {
        this.sql = sql;
    }

    /** Best first; only of those objects, as far as they are seen. */
    Map<RecordId, String> find(Words words, List<View> views, int limit) {
        Search search = new Search(new Terms(words), views);
        Map<RecordId, String> all = find(search, search.branches(false), EACH);
        Map<RecordId, String> best = all.size() < EACH ? all : find(search, search.branches(true), limit);
        Map<RecordId, String> found = new LinkedHashMap<>();
        best.entrySet().stream().limit(limit).forEach(e -> found.put(e.getKey(), e.getValue()));
        return found;
    }

    private Map<RecordId, String> find(Search search, List<Select<? extends Record>> branches, int limit) {
        Map<RecordId, String> found = new LinkedHashMap<>();
        if (branches.isEmpty()) {
            return found;
        }
        Field<Integer> rank = search.rank().as("rank");
        sql.selectDistinct(RECORD, OBJECT, rank)
                .from(union(branches).asTable("e"))
                .orderBy(rank.asc(), RECORD.desc())
                .limit(inline(limit))
                .forEach(row -> found.put(new RecordId(row.value1()), row.value2()));
        return found;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // all branches select the same columns
    private static Select<? extends Record> union(List<? extends Select<? extends Record>> branches) {
        Select all = branches.getFirst();
        for (Select<?> next : branches.subList(1, branches.size())) {
            all = all.unionAll((Select) next);
        }
        return all;
    }

    /** One search as somebody. */
    private static final class Search {
        private final Terms terms;
        private final List<View> views;

        Search(Terms terms, List<View> views) {
            this.terms = terms;
            this.views = views.stream().filter(v -> visible(v).length > 0).toList();
        }

        /**
         * What to look through.
         *
         * @param each whether every way to fit by itself, for when more fit than are ranked; else the one that covers all
         */
        List<Select<? extends Record>> branches(boolean each) {
            List<Select<? extends Record>> branches = new ArrayList<>();
            List<View> walked =
                    views.stream().filter(v -> v.extent() != Extent.FEW).toList();
            if (!walked.isEmpty()) {
                Condition seen = seen(walked);
                List<Condition> ways = terms.ways();
                List<Condition> taken = each ? ways : List.of(ways.getLast());
                taken.forEach(way -> branches.add(branch(way.and(seen))));
            }
            List<View> few =
                    views.stream().filter(v -> v.extent() == Extent.FEW).toList();
            if (!few.isEmpty()) {
                branches.add(ofFew(few));
            }
            return branches;
        }

        private static Select<? extends Record> branch(Condition where) {
            return DSL.selectFrom(DSL.select(RECORD, OBJECT, FIELDS, TEXT, INITIALS, PINYIN)
                    .from(SearchTables.e())
                    .where(where)
                    .orderBy(RECORD.desc())
                    .limit(inline(EACH))
                    .asTable("b"));
        }

        /** Of objects that somebody sees little of, what is seen is gathered and then looked through. */
        private Select<? extends Record> ofFew(List<View> few) {
            Select<Record1<UUID>> ids =
                    few.stream().map(View::ids).reduce(Select::unionAll).orElseThrow();
            return DSL.select(RECORD, OBJECT, FIELDS, TEXT, INITIALS, PINYIN)
                    .from(SearchTables.e())
                    .where(RECORD.in(DSL.select(DSL.field(name("mine", "id"), UUID.class))
                            .from(ids.asTable(name("mine"), name("id")))))
                    .and(terms.all(TEXT, true))
                    .and(seen(few));
        }

        /** Whether the record may be read, and fits by what may be seen of it. */
        private Condition seen(List<View> of) {
            List<String> whole = of.stream()
                    .filter(v -> v.extent() != Extent.MANY && !restricted(v))
                    .map(v -> v.type().name())
                    .toList();
            Condition seen = OBJECT.in(whole);
            for (View view : of) {
                if (!whole.contains(view.type().name())) {
                    seen = seen.or(seen(view));
                }
            }
            return seen;
        }

        private Condition seen(View view) {
            Condition seen = OBJECT.eq(view.type().name());
            if (restricted(view)) {
                seen = seen.and(terms.all(text(view), seesName(view)));
            }
            return view.extent() == Extent.MANY ? seen.and(view.readable(RECORD)) : seen;
        }

        Field<Integer> rank() {
            Condition pinyin = OBJECT.notIn(views.stream()
                    .filter(v -> !seesName(v))
                    .map(v -> v.type().name())
                    .toList());
            return terms.rank(text(), pinyin);
        }

        /** What may be seen of each record. */
        private Field<String> text() {
            CaseConditionStep<String> cases = null;
            for (View view : views) {
                if (restricted(view)) {
                    Condition of = OBJECT.eq(view.type().name());
                    cases = cases == null ? DSL.when(of, text(view)) : cases.when(of, text(view));
                }
            }
            return cases == null ? TEXT : cases.otherwise(TEXT);
        }

        private static Field<String> text(View view) {
            String end = String.valueOf(END);
            return concat(inline(end), RawSql.parts(FIELDS, TEXT, end, visible(view)), inline(end));
        }

        private static boolean restricted(View view) {
            return visible(view).length < SearchText.fields(view.type()).size();
        }

        private static boolean seesName(View view) {
            return SearchText.fields(view.type()).stream()
                    .filter(f -> f.has(Trait.NAME))
                    .allMatch(view.rights()::sees);
        }

        private static String[] visible(View view) {
            return SearchText.fields(view.type()).stream()
                    .filter(view.rights()::sees)
                    .map(io.hemai.metadata.Field::name)
                    .toArray(String[]::new);
        }
    }
}
