package io.hemai.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.kernel.text.Html;
import io.hemai.kernel.text.Normalised;
import io.hemai.kernel.text.Pinyin;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.RichTextType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the search keeps of a record: its texts as they compare, each between marks, the name first, so that one index of
 * two-character runs answers "begins with", "ends with" and "is" too.
 *
 * @param fields names of the fields in the order of their texts, parted by commas
 * @param text {@code NAME_MARK name END text END text END}
 * @param initials how the name begins when its pinyin is typed short: {@code wf} for 王芳; empty when it has none
 * @param pinyin the name's pinyin in full: {@code wangfang}; empty when it has none
 */
record SearchText(String fields, String text, String initials, String pinyin) {
    /** Stands before the name. */
    static final char NAME_MARK = '\u0001';

    /** Stands after every text, hence before every text but the name. */
    static final char END = '\u0002';

    /** Characters of one text that are searched; nobody remembers the rest. */
    private static final int MOST = 600;
    /** Names longer than this are of companies and things, and read as such. */
    private static final int LONGEST_PERSON = 4;

    private static final int LONGEST_PINYIN = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** Asked for with every search of every object. */
    private static final Cache<ObjectType, List<Field<?>>> FIELDS =
            Caffeine.newBuilder().weakKeys().build();

    /** The fields of an object that are searched, its name first. */
    static List<Field<?>> fields(ObjectType type) {
        return FIELDS.get(type, SearchText::searched);
    }

    private static List<Field<?>> searched(ObjectType type) {
        return type.fields().stream()
                .filter(f ->
                        f.has(Trait.SEARCHABLE) && f.type().columns().getFirst().kind() == ColumnKind.TEXT)
                .sorted(Comparator.comparing(f -> !f.has(Trait.NAME)))
                .toList();
    }

    /** What a field's column says to a reader. */
    static String said(Field<?> field, String stored) {
        return field.type() instanceof RichTextType ? Html.text(stored) : stored;
    }

    /** What is kept of a record; values are as stored, by the names of the fields. */
    static SearchText of(List<Field<?>> fields, Map<String, @Nullable String> values) {
        boolean named = !fields.isEmpty() && fields.getFirst().has(Trait.NAME);
        String name = named ? folded(fields.getFirst(), values) : "";
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder().append(NAME_MARK);
        if (!named) {
            names.add("");
            text.append(END);
        }
        for (Field<?> field : fields) {
            names.add(field.name());
            text.append(folded(field, values)).append(END);
        }
        Pinyin.Reading reading = reading(name);
        return new SearchText(
                String.join(",", names), text.toString(), brief(reading.initials()), brief(reading.full()));
    }

    private static String folded(Field<?> field, Map<String, @Nullable String> values) {
        String value = values.get(field.name());
        if (value == null) {
            return "";
        }
        String folded = Normalised.of(CONTROL.matcher(said(field, value)).replaceAll(" "));
        return cut(folded, MOST);
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most)));
    }

    private static String brief(String pinyin) {
        return cut(pinyin, LONGEST_PINYIN);
    }

    private static Pinyin.Reading reading(String name) {
        return name.length() <= LONGEST_PERSON && CHINESE.matcher(name).matches()
                ? Pinyin.person(name)
                : Pinyin.text(name);
    }
}
