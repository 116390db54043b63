package io.hemai.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Company names compared, and called, without their legal form.
 *
 * <p>Words that tell companies apart stay: places in brackets (of which a key loses the brackets), 分公司 of branches.
 */
public final class CompanyName {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}+#&&[^\\p{IsHan}]]+");
    private static final Pattern ABBREVIATION_DOT = Pattern.compile("(?<=\\p{L})[.'](?=\\P{L}|\\p{L}|$)");

    private static final Set<String> LATIN_FORMS = Set.of(
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "company",
            "co",
            "gmbh",
            "ag",
            "kg",
            "llc",
            "llp",
            "plc",
            "pte",
            "pty",
            "bv",
            "srl",
            "sarl",
            "and");

    /** What goes at the end of a name as it is written: after a gap, or right after Chinese. */
    private static final Pattern LATIN_END = Pattern.compile(
            LATIN_FORMS.stream()
                    .filter(form -> !form.equals("and"))
                    .map(form -> String.join("\\.?", form.split("")))
                    .collect(Collectors.joining(
                            "|",
                            "(?<=[\\p{L}\\p{N})）])(?:[\\s,，.]+(?:(?:&|and\\b)\\s*)?|(?<=\\p{IsHan}))(?:",
                            ")[\\s,，.]*$")),
            Pattern.CASE_INSENSITIVE);

    /** Longest first, since each ends with the next. */
    private static final List<String> CHINESE_FORMS =
            List.of("股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "股份公司", "集团公司", "公司", "有限合伙");

    private static final Pattern PARTNERSHIP = Pattern.compile("[（(]有限合伙[）)]$");
    private static final List<String> KEPT_ENDINGS = List.of("分公司", "子公司", "总公司");

    private CompanyName() {}

    /** Returns what names of the same company have in common; never empty for a name with anything visible in it. */
    public static String key(String name) {
        String normal = Normalised.of(name);
        List<String> words = words(normal);
        while (words.size() > 1 && LATIN_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        String bare = withoutGroup(withoutChineseForm(String.join("", words)));
        return bare.isEmpty() ? normal : bare;
    }

    /** Returns the name as people say it: as it is written, but for the legal form. */
    public static String spoken(String name) {
        String bare = name.strip();
        String before;
        do {
            before = bare;
            String partner = PARTNERSHIP.matcher(bare).replaceFirst("");
            bare = withoutChineseForm(LATIN_END
                            .matcher(partner.isEmpty() ? bare : partner)
                            .replaceFirst(""))
                    .strip();
        } while (!bare.equals(before));
        return bare;
    }

    private static List<String> words(String normal) {
        String spelled = ABBREVIATION_DOT.matcher(normal.replace("&", " and ")).replaceAll("");
        Matcher word = WORD.matcher(spelled);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String withoutChineseForm(String name) {
        if (CHINESE_FORMS.contains(name) || KEPT_ENDINGS.stream().anyMatch(name::endsWith)) {
            return name;
        }
        for (String form : CHINESE_FORMS) {
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.substring(0, name.length() - form.length());
            }
        }
        return name;
    }

    /** 集团 goes only when a name of two characters at least is left. */
    private static String withoutGroup(String name) {
        return name.endsWith("集团") && name.length() >= 4 ? name.substring(0, name.length() - 2) : name;
    }
}
