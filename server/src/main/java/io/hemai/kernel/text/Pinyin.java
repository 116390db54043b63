package io.hemai.kernel.text;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Chinese text is typed on a Latin keyboard: 王芳 is {@code wangfang} and {@code wf}; ü is {@code v}.
 *
 * <p>Safe for many threads. The dictionaries (30 MB of heap, a third of a second) are loaded by the first Chinese text;
 * after that about 150,000 names a second are read on one core.
 */
public final class Pinyin {
    /** The library reads the basic plane only; rarer characters have no reading here and are passed over. */
    private static final Pattern PART = Pattern.compile("(?<han>[\\p{IsHan}&&[\\x{0}-\\x{FFFF}]]+)|[a-z0-9]+");

    private static final String BETWEEN = "|";

    private Pinyin() {}

    /**
     * One way to read a text.
     *
     * @param full all syllables together, lower case without tones: {@code wangfang}
     * @param initials first letters, but Latin words and numbers in full: {@code wf}, {@code abckj} for ABC科技
     * @param sortKey syllables parted by blanks, which orders as a dictionary does: 西安 {@code xi an} before 先 {@code xian}
     */
    public record Reading(String full, String initials, String sortKey) {}

    /** Reads any text: companies, products, places. */
    public static Reading text(String text) {
        return read(Normalised.of(text), 0, List.of());
    }

    /** Reads a person's name, whose family name may sound otherwise than the same character elsewhere: 单, 曾, 仇. */
    public static Reading person(String name) {
        String normal = Normalised.of(name);
        return Surnames.reading(normal)
                .map(surname -> read(normal, surname.length(), surname.syllables()))
                .orElseGet(() -> read(normal, 0, List.of()));
    }

    private static Reading read(String normal, int from, List<String> known) {
        List<String> syllables = new ArrayList<>(known);
        StringBuilder initials = new StringBuilder();
        known.forEach(syllable -> initials.append(syllable.charAt(0)));
        Matcher part = PART.matcher(normal);
        for (int at = from; part.find(at); at = part.end()) {
            if (part.group("han") == null) {
                syllables.add(part.group());
                initials.append(part.group());
            } else {
                for (String syllable : Dictionary.syllables(part.group())) {
                    syllables.add(syllable);
                    initials.append(syllable.charAt(0));
                }
            }
        }
        return new Reading(String.join("", syllables), initials.toString(), String.join(" ", syllables));
    }

    /** Its initialisation loads both dictionaries under the class lock, so that no thread sees a half of them. */
    private static final class Dictionary {
        static {
            PinyinHelper.toPinyin("重庆", PinyinStyleEnum.INPUT, BETWEEN);
        }

        static List<String> syllables(String han) {
            List<String> syllables = new ArrayList<>();
            // the dictionary knows 晟 as a family name only; in the names of companies and people it is read as 盛 is
            String known = han.replace('晟', '盛');
            for (String syllable :
                    PinyinHelper.toPinyin(known, PinyinStyleEnum.INPUT, BETWEEN).split("\\|")) {
                if (!syllable.isEmpty() && syllable.charAt(0) >= 'a' && syllable.charAt(0) <= 'z') {
                    syllables.add(syllable);
                }
            }
            return syllables;
        }
    }
}
