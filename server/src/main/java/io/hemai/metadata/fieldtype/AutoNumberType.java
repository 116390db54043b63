package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A number that Hemai gives, such as {@code CT-2026-0001} by the format <code>CT-{yyyy}-{0000}</code>. Fields of it are
 * read-only; whoever may bring old records in brings their numbers too.
 *
 * <p>Each {@link #counter} counts from 1, so numbers begin anew with the year or month that the format shows and never
 * come twice.
 */
@Component
public final class AutoNumberType extends StringType {
    private static final String USUAL = "{000000}";
    private static final int LONGEST = 60;
    private static final int LONGEST_FORMAT = 40;
    /** As many as a long holds. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private static final Pattern COUNT = Pattern.compile("\\{(0{1,12})}");
    private static final Pattern FORMAT = Pattern.compile("([^{}\\p{Cntrl}]|\\{yyyy}|\\{yy}|\\{MM}|\\{dd})*"
            + "\\{0{1,12}}" + "([^{}\\p{Cntrl}]|\\{yyyy}|\\{yy}|\\{MM}|\\{dd})*");

    private final String format;

    public AutoNumberType() {
        this(USUAL);
    }

    /**
     * @param format text with one <code>{0000}</code>, as many zeros as digits at least, and any of
     *     <code>{yyyy} {yy} {MM} {dd}</code>
     */
    public AutoNumberType(String format) {
        if (!wellFormed(format)) {
            throw new IllegalArgumentException("not a format of numbers: " + format);
        }
        this.format = format;
    }

    private static boolean wellFormed(String format) {
        return Texts.fits(format, LONGEST_FORMAT) && FORMAT.matcher(format).matches();
    }

    @Override
    public String code() {
        return "auto_number";
    }

    /** Name of the counter that numbers of that day are drawn from: the format with its date, <code>CT-2026-{0000}</code>. */
    public String counter(LocalDate day) {
        return format.replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
                .replace("{yy}", String.format(Locale.ROOT, "%02d", day.getYear() % 100))
                .replace("{MM}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
                .replace("{dd}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
    }

    /** The number to show for the count that the {@link #counter} of that day gave. */
    public String number(LocalDate day, long count) {
        Matcher place = COUNT.matcher(counter(day));
        return place.replaceFirst(
                found -> String.format(Locale.ROOT, "%0" + found.group(1).length() + "d", count));
    }

    /** What the {@link #counter} of that day counted when it gave the number; 0 for a number of another origin. */
    public long count(LocalDate day, String number) {
        String counter = counter(day);
        Matcher place = COUNT.matcher(counter);
        if (!place.find()) {
            return 0;
        }
        String before = counter.substring(0, place.start());
        String after = counter.substring(place.end());
        boolean ours = number.length() > before.length() + after.length()
                && number.startsWith(before)
                && number.endsWith(after);
        String digits = ours ? number.substring(before.length(), number.length() - after.length()) : "";
        return DIGITS.matcher(digits).matches() ? Long.parseLong(digits) : 0;
    }

    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return Texts.line(raw, LONGEST);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.line(LONGEST);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("format", format);
    }

    @Override
    public FieldType<String> configured(Map<String, Object> given) {
        Settings settings = new Settings(code(), given);
        AutoNumberType made = new AutoNumberType(
                settings.text("format", USUAL, AutoNumberType::wellFormed, "CT-{yyyy}{MM}{dd}-{0000}"));
        settings.end();
        return made;
    }
}
