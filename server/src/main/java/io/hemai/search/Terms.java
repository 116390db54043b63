package io.hemai.search;

import static io.hemai.search.SearchTables.INITIALS;
import static io.hemai.search.SearchTables.PINYIN;
import static io.hemai.search.SearchTables.TEXT;
import static io.hemai.search.SearchText.END;
import static io.hemai.search.SearchText.NAME_MARK;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.hemai.database.RawSql;
import io.hemai.search.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What somebody looks for as conditions on what is kept, and how well a record fits. */
final class Terms {
    /** Fewer last digits say nothing. */
    private static final int LEAST_TAIL = 3;

    private final Words words;
    private final String phrase;

    Terms(Words words) {
        this.words = words;
        this.phrase = words.phrase();
    }

    /**
     * One way to fit.
     *
     * @param indexed by an index over all that is kept of a record
     * @param seen whether it fits by what may be seen of it: by that text and, where it is seen, by its name's pinyin
     */
    record Way(Condition indexed, BiFunction<Field<String>, Boolean, Condition> seen) {}

    /**
     * The ways to fit from the best to the worst, each by an index of its own; the last one covers all others, but where many
     * fit it yields only some of them.
     */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        ways.add(piece(NAME_MARK + phrase + END));
        ways.add(piece(NAME_MARK + phrase));
        if (!words.several() && words.words().getFirst().single()) {
            return ways;
        }
        if (!words.several() && words.words().getFirst().latin()) {
            ways.add(byName(INITIALS.eq(phrase)));
            ways.add(byName(pinyin(phrase)));
        }
        if (tail()) {
            ways.add(piece(phrase + END));
        }
        ways.add(new Way(all(TEXT, true), this::all));
        return ways;
    }

    private static Way piece(String piece) {
        return new Way(has(piece).and(stands(piece, TEXT)), (text, named) -> stands(piece, text));
    }

    private static Way byName(Condition pinyin) {
        return new Way(pinyin, (text, named) -> named ? trueCondition() : falseCondition());
    }

    /** Whether the text, which need not be all that is kept of the record, contains every word. */
    Condition all(Field<String> text, boolean pinyin) {
        boolean singles = words.words().stream().allMatch(Word::single);
        Condition all = trueCondition();
        for (int i = 0; i < words.words().size(); i++) {
            Word word = words.words().get(i);
            all = all.and(singles && i == 0 ? begins(text, word) : contains(text, word, pinyin));
        }
        return all;
    }

    /**
     * How well a record fits, 0 for best.
     *
     * @param text what may be seen of it
     * @param initials how its name begins when its pinyin is typed short; empty when its name may not be seen, like its pinyin
     */
    int rank(String text, String initials, String pinyin) {
        boolean one = !words.several();
        if (text.contains(NAME_MARK + phrase)) {
            return text.contains(NAME_MARK + phrase + END) ? 0 : 1;
        }
        if (one && (initials.equals(phrase) || pinyin.equals(phrase))) {
            return 2;
        }
        if (text.contains(END + phrase + END)) {
            return 3;
        }
        if (one && (initials.startsWith(phrase) || pinyin.startsWith(phrase))) {
            return 4;
        }
        if (tail() && text.contains(phrase + END)) {
            return 5;
        }
        return inName(text) ? 6 : 7;
    }

    /** Whether the last digits are meant. */
    private boolean tail() {
        return !words.several() && words.words().getFirst().digits() && phrase.length() >= LEAST_TAIL;
    }

    private boolean inName(String text) {
        int start = text.indexOf(NAME_MARK);
        int end = text.indexOf(END, start);
        return start >= 0
                && end >= 0
                && words.words().stream()
                        .allMatch(word -> text.substring(start, end).contains(word.text()));
    }

    private static Condition begins(Field<String> text, Word word) {
        String start = NAME_MARK + word.text();
        return has(start).and(stands(start, text));
    }

    private static Condition contains(Field<String> text, Word word, boolean pinyin) {
        Condition contained = word.forms().stream()
                .map(form -> has(form).and(stands(form, text)))
                .reduce(Condition::or)
                .orElseThrow();
        return pinyin && word.latin() ? contained.or(pinyin(word.text())) : contained;
    }

    private static Condition pinyin(String text) {
        return INITIALS.like(text + "%").or(PINYIN.like(text + "%"));
    }

    /** Whether it has the runs of the piece, by the index; says nothing of single characters. */
    private static Condition has(String piece) {
        String[] grams = Words.grams(piece);
        return grams.length == 0
                ? trueCondition()
                : RawSql.grams(TEXT).contains(val(grams, SQLDataType.CLOB.getArrayDataType()));
    }

    /**
     * Whether the text has the piece. PostgreSQL takes {@code like} for a condition that says more than the index did, and then
     * reads the newest rows although few fit, or many by several processes; of this one it knows nothing.
     */
    private static Condition stands(String piece, Field<String> text) {
        return DSL.position(text, val(piece)).ne(0);
    }
}
