package io.hemai.records.transfer.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of a column are, as far as their form tells. */
public enum ColumnKind {
    EMPTY,
    UUID,
    EMAIL,
    URL,
    BOOLEAN,
    DATE,
    DATE_TIME,
    PHONE,
    INTEGER,
    DECIMAL,
    PERCENT,
    /** Numbers of which some carry a currency, thousands separators or 万. */
    MONEY,
    /** At most 30 different texts, each of them repeated. */
    CHOICE,
    TEXT;

    private static final Set<String> TRUTHS =
            Set.of("yes", "no", "y", "n", "true", "false", "t", "f", "是", "否", "有", "无", "对", "错", "0", "1");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^\\s@,;]+@[^\\s@,;.]+(\\.[^\\s@,;.]+)+");
    private static final Pattern URL_FORM =
            Pattern.compile("(https?://\\S+|www\\.\\S+\\.\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE_FORM = Pattern.compile("(\\+?86[- ]?)?1[3-9]\\d([- ]?\\d{4}){2}"
            + "|\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}([-转]\\d{1,6})?"
            + "|[48]00[- ]?\\d{3}[- ]?\\d{4}"
            + "|\\+\\d{1,3}[- ]?\\(?\\d{1,4}\\)?([- ]?\\d{2,5}){2,4}");
    private static final Pattern INTEGER_FORM = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL_FORM = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{1,18})?|\\.\\d{1,18})");
    private static final Pattern PERCENT_FORM = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})? ?[%％]");
    private static final Pattern MONEY_FORM = Pattern.compile("[+-]?\\(?(?:[¥￥$€£]|CNY|RMB|USD|EUR|HKD)? ?[+-]?"
            + "(\\d{1,3}(,\\d{3})+|\\d{1,18})(\\.\\d{1,9})?\\)? ?(?:万|亿)?(?:元|¥|￥|€|CNY|RMB|USD|EUR|HKD)?");

    /** Whether a value has this form; never asked of {@link #EMPTY}, {@link #CHOICE} and {@link #TEXT}, which have none. */
    boolean has(String value) {
        return switch (this) {
            case UUID -> UUID_FORM.matcher(value).matches();
            case EMAIL -> EMAIL_FORM.matcher(value).matches();
            case URL -> URL_FORM.matcher(value).matches();
            case BOOLEAN -> TRUTHS.contains(value.toLowerCase(Locale.ROOT));
            case DATE, DATE_TIME -> isDate(value);
            case PHONE -> PHONE_FORM.matcher(value).matches();
            case INTEGER -> INTEGER_FORM.matcher(value).matches();
            case DECIMAL -> DECIMAL_FORM.matcher(value).matches();
            case PERCENT -> PERCENT_FORM.matcher(value).matches();
            case MONEY -> MONEY_FORM.matcher(value).matches();
            case EMPTY -> value.isEmpty();
            case CHOICE, TEXT -> true;
        };
    }

    private static boolean isDate(String value) {
        if (value.length() < 6 || value.chars().filter(Character::isDigit).count() < 3) {
            return false;
        }
        for (DateStyle style : DateStyle.values()) {
            if (style.parse(value).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
