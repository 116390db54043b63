package io.hemai.kernel.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.Checked.Valid;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write them and hides what not everybody may see of them. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int CHINA = 86;
    private static final int LONGEST_TYPED = 60;
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    /** Digits by which China gives out mobile numbers. */
    private static final int RANGE = 7;

    /** Whether numbers are given out in a range of China's mobile numbers; most numbers in a file are of few ranges. */
    private static final Cache<String, Boolean> RANGES =
            Caffeine.newBuilder().maximumSize(50_000).build();

    private Phones() {}

    /** Reads a number written in China or with its country code. */
    public static Checked<Phone> check(String typed) {
        return check(typed, "CN");
    }

    /**
     * Reads a number.
     *
     * @param region ISO 3166 code of the country that a number without country code belongs to
     */
    public static Checked<Phone> check(String typed, String region) {
        String text = Normalizer.normalize(typed, Form.NFKC).strip();
        if (text.isEmpty()) {
            return new Invalid<>(TextError.PHONE_EMPTY);
        }
        if (region.equals("CN") && isPlainMobile(text)) {
            return new Valid<>(new Phone("+" + CHINA + text, ""));
        }
        return readBy(text, region);
    }

    /** As most numbers in files are: reading them by the library takes a third of an import's reading. */
    private static boolean isPlainMobile(String text) {
        return MAINLAND_MOBILE.matcher(text).matches()
                && RANGES.get(text.substring(0, RANGE), range -> readBy(text, "CN") instanceof Valid<Phone>);
    }

    /** Reads it by all that is known of the world's numbers. */
    static Checked<Phone> readBy(String text, String region) {
        if (text.length() > LONGEST_TYPED || hasStrayLetters(text)) {
            return new Invalid<>(TextError.PHONE_NOT_A_NUMBER);
        }
        try {
            PhoneNumber number = NUMBERS.parse(text.replace("转", " ext ").replace("分机", " ext "), region);
            return verdict(number);
        } catch (NumberParseException e) {
            return new Invalid<>(errorOf(e));
        }
    }

    /** The number with its middle hidden: {@code 138****8888}, {@code 021-****1234}, {@code +1 ****2671}. */
    public static String masked(String e164) {
        PhoneNumber number = stored(e164);
        String national = NUMBERS.getNationalSignificantNumber(number);
        int shown = Math.min(4, national.length() / 2);
        String end = "****" + national.substring(national.length() - shown);
        if (number.getCountryCode() != CHINA) {
            return "+" + number.getCountryCode() + " " + end;
        }
        int area = NUMBERS.getNumberType(number) == PhoneNumberType.FIXED_LINE
                ? NUMBERS.getLengthOfGeographicalAreaCode(number)
                : 0;
        return area > 0 ? "0" + national.substring(0, area) + "-" + end : national.substring(0, 3) + end;
    }

    private static Checked<Phone> verdict(PhoneNumber number) {
        if (!NUMBERS.isValidNumber(number)) {
            return new Invalid<>(errorOf(number));
        }
        return new Valid<>(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164), number.getExtension()));
    }

    private static TextError errorOf(PhoneNumber number) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        if (number.getCountryCode() == CHINA && national.length() < 11) {
            boolean local = national.length() == 7 || national.length() == 8;
            if (local || national.length() < 7 || national.startsWith("1")) {
                return local ? TextError.PHONE_NO_AREA_CODE : TextError.PHONE_TOO_SHORT;
            }
        }
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> TextError.PHONE_TOO_SHORT;
            case TOO_LONG -> TextError.PHONE_TOO_LONG;
            case INVALID_COUNTRY_CODE -> TextError.PHONE_COUNTRY;
            case IS_POSSIBLE, INVALID_LENGTH -> TextError.PHONE_UNKNOWN_RANGE;
        };
    }

    private static TextError errorOf(NumberParseException e) {
        return switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> TextError.PHONE_COUNTRY;
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> TextError.PHONE_TOO_SHORT;
            case TOO_LONG -> TextError.PHONE_TOO_LONG;
            case NOT_A_NUMBER -> TextError.PHONE_NOT_A_NUMBER;
        };
    }

    /** The library picks a number out of any sentence; a field must hold a number and nothing else. */
    private static boolean hasStrayLetters(String text) {
        String rest = text.toLowerCase(Locale.ROOT).replaceAll("tel|ext|转|分机|电话|手机|[x:]", "");
        return rest.codePoints().anyMatch(Character::isLetter);
    }

    private static PhoneNumber stored(String e164) {
        try {
            return NUMBERS.parse(e164, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("not a stored telephone number", e);
        }
    }
}
