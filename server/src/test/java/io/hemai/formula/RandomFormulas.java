package io.hemai.formula;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Makes sound formulas at random, from patterns in which {@code #n} stands for one more number, {@code #m} for an amount of
 * money, {@code #t} for a text, {@code #b} for true or false, {@code #d} for a date and {@code #w} for a date with time.
 */
final class RandomFormulas {
    private static final Map<Character, List<String>> LEAVES = Map.of(
            'n', split("0 ~ 1 ~ 2.50 ~ score ~ no_score ~ COUNT(lines) ~ SUM(lines.price, lines.active)"),
            'm', split("amount ~ dollars ~ no_amount ~ MAX(lines.amount) ~ MONEY(3, \"CNY\")"),
            't', split("\"\" ~ \"x\"\"y\" ~ “合脉” ~ name ~ no_name ~ stage ~ account.owner.name"),
            'b', split("TRUE ~ false ~ active ~ no_flag ~ EXISTS(contacts) ~ ISBLANK(owner)"),
            'd', split("close_date ~ no_date ~ today() ~ MIN(lines.due)"),
            'w', split("created_at ~ NOW()"));

    private static final Map<Character, List<String>> PATTERNS = Map.of(
            'n', split("""
                    #n + #n ~ #n - #n ~ #n * #n ~ #n / #n ~ #n ^ #n ~ -#n ~ (#n) ~ #m / #m ~ #d - #d ~ \
                    LEN(#t) ~ YEAR(#w) ~ ROUND(#n, #n) ~ MOD(#n, #n) ~ FLOOR(#n, #n) ~ MIN(#n, #n, #n) ~ NUMBER(#t) ~ NUMBER(#m) ~ \
                    IF(#b, #n) ~ CASE(#t, #t, #n, #n) ~ SUM(lines.price * #n) ~ COUNT(lines, #b) ~ WEEKDAY(#d, #n)"""),
            'm', split("#m + #m ~ #m - #m ~ #m * #n ~ #n * #m ~ #m / #n ~ -#m ~ ABS(#m) ~ COALESCE(#m, #m)"),
            't', split("""
                    #t & #t ~ #t & #n & #m ~ #d & #b ~ LEFT(#t, #n) ~ MID(#t, #n, #n) ~ REPLACE(#t, #t, #t) ~ TEXT(#w) ~ \
                    UPPER(#t) ~ IF(#b, #t, #t) ~ COALESCE(#t, "", #t)"""),
            'b', split("""
                    #n = #n ~ #n <> #m ~ #m < #n ~ #n >= #n ~ (#t = #t) ~ #d <= #d ~ #w > #w ~ #b = #b ~ #d = BLANK ~ \
                    AND(#b, #b) ~ OR(#b, #b, #b) ~ NOT(#b) ~ ISBLANK(#n) ~ CONTAINS(#t, #t) ~ ENDS_WITH(#t, #t) ~ \
                    stage = "won" ~ EXISTS(lines.price > #n)"""),
            'd', split("ADD_DAYS(#d, #n) ~ #d + #n ~ #d - #n ~ ADD_MONTHS(#d, #n) ~ DATE(#n, #n, #n) ~ DATEVALUE(#w)"),
            'w', split("#w + #n ~ IF(#b, #w, #w) ~ ADD_MONTHS(#w, #n)"));

    private static final int DEPTH = 4;

    private final Random random;

    RandomFormulas(Random random) {
        this.random = random;
    }

    private static List<String> split(String patterns) {
        return List.of(patterns.split(" ~ "));
    }

    String any() {
        return of("nmtbdw".charAt(random.nextInt(6)), DEPTH);
    }

    private String of(char type, int depth) {
        boolean leaf = depth == 0 || random.nextInt(6) == 0;
        List<String> patterns = Objects.requireNonNull((leaf ? LEAVES : PATTERNS).get(type));
        String pattern = patterns.get(random.nextInt(patterns.size()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '#') {
                text.append(pattern.charAt(i));
                continue;
            }
            String part = of(pattern.charAt(++i), depth - 1);
            boolean bare = !part.contains(" ") || (pattern.contains("(") && !pattern.contains("lines."));
            text.append(bare ? part : "(" + part + ")");
        }
        return text.toString();
    }
}
