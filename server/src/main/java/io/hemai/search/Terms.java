package io.hemai.search;

import static io.hemai.search.SearchTables.INITIALS;
import static io.hemai.search.SearchTables.PINYIN;
import static io.hemai.search.SearchTables.TEXT;
import static io.hemai.search.SearchText.END;
import static io.hemai.search.SearchText.NAME_MARK;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.search.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What somebody looks for as conditions on what is kept, and how well a record fits. */
final class Terms {
    /** Fewer last digits say nothing. */
    private static final int LEAST_TAIL = 3;

    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.getArrayDataType();
    private static final String WHOLE = "whole";
    private static final String START = "start";
    private static final String PHRASE = "phrase";
    private static final String PREFIX = "prefix";
    private static final String TAIL = "tail";

    private final Words words;
    private final String phrase;
    /** What is looked for, by its place in searches of one shape. */
    private final Map<String, String> pieces = new LinkedHashMap<>();

    Terms(Words words) {
        this.words = words;
        this.phrase = words.phrase();
        pieces.put(WHOLE, NAME_MARK + phrase + END);
        pieces.put(START, NAME_MARK + phrase);
        pieces.put(PHRASE, phrase);
        pieces.put(PREFIX, phrase + "%");
        pieces.put(TAIL, phrase + END);
        for (int i = 0; i < words.words().size(); i++) {
            Word word = words.words().get(i);
            pieces.put(START + i, NAME_MARK + word.text());
            pieces.put(PREFIX + i, word.text() + "%");
            for (int form = 0; form < word.forms().size(); form++) {
                pieces.put(form(i, form), word.forms().get(form));
            }
        }
    }

    private static String form(int word, int form) {
        return "word " + word + "." + form;
    }

    /** All that the conditions depend on, apart from what is {@link #given}. */
    List<Object> shape() {
        List<Object> shape = new ArrayList<>(List.of(tail()));
        words.words()
                .forEach(word -> shape.add(
                        List.of(word.single(), word.latin(), word.forms().size())));
        pieces.values().forEach(piece -> shape.add(Words.grams(piece).length == 0));
        return shape;
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> given() {
        Map<String, Object> given = new HashMap<>();
        pieces.forEach((place, piece) -> {
            given.put(place, piece);
            given.put(grams(place), Words.grams(piece));
        });
        return given;
    }

    private static String grams(String place) {
        return place + " grams";
    }

    private Param<String> text(String place) {
        return Jdbc.given(place, Objects.requireNonNull(pieces.get(place)));
    }

    /**
     * One way to fit.
     *
     * @param indexed by an index over all that is kept of a record; made anew for each place in a statement
     * @param seen whether it fits by what may be seen of it: by that text and, where it is seen, by its name's pinyin
     */
    record Way(Supplier<Condition> indexed, BiFunction<Field<String>, Boolean, Condition> seen) {}

    /**
     * The ways to fit from the best to the worst, each by an index of its own; the last one covers all others, but where many
     * fit it yields only some of them.
     */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        ways.add(piece(WHOLE));
        ways.add(piece(START));
        if (!words.several() && words.words().getFirst().single()) {
            return ways;
        }
        if (!words.several() && words.words().getFirst().latin()) {
            ways.add(byName(() -> INITIALS.eq(text(PHRASE))));
            ways.add(byName(() -> pinyin(PREFIX)));
        }
        if (tail()) {
            ways.add(piece(TAIL));
        }
        ways.add(new Way(() -> all(TEXT, true), this::all));
        return ways;
    }

    private Way piece(String place) {
        return new Way(() -> has(place).and(stands(place, TEXT)), (text, named) -> stands(place, text));
    }

    private static Way byName(Supplier<Condition> pinyin) {
        return new Way(pinyin, (text, named) -> named ? trueCondition() : falseCondition());
    }

    /** Whether the text, which need not be all that is kept of the record, contains every word. */
    Condition all(Field<String> text, boolean pinyin) {
        boolean singles = words.words().stream().allMatch(Word::single);
        Condition all = trueCondition();
        for (int i = 0; i < words.words().size(); i++) {
            all = all.and(singles && i == 0 ? begins(text, i) : contains(text, i, pinyin));
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

    private Condition begins(Field<String> text, int i) {
        return has(START + i).and(stands(START + i, text));
    }

    private Condition contains(Field<String> text, int i, boolean pinyin) {
        Word word = words.words().get(i);
        Condition contained = IntStream.range(0, word.forms().size())
                .mapToObj(form -> has(form(i, form)).and(stands(form(i, form), text)))
                .reduce(Condition::or)
                .orElseThrow();
        return pinyin && word.latin() ? contained.or(pinyin(PREFIX + i)) : contained;
    }

    private Condition pinyin(String place) {
        return INITIALS.like(text(place)).or(PINYIN.like(text(place)));
    }

    /** Whether it has the runs of the piece, by the index; says nothing of single characters. */
    private Condition has(String place) {
        String[] grams = Words.grams(Objects.requireNonNull(pieces.get(place)));
        return grams.length == 0
                ? trueCondition()
                : RawSql.grams(TEXT).contains(Jdbc.given(grams(place), grams).cast(TEXTS));
    }

    /**
     * Whether the text has the piece. PostgreSQL takes {@code like} for a condition that says more than the index did, and then
     * reads the newest rows although few fit, or many by several processes; of this one it knows nothing.
     */
    private Condition stands(String place, Field<String> text) {
        return DSL.position(text, text(place)).ne(inline(0));
    }
}
