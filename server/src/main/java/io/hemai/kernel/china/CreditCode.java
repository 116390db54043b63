package io.hemai.kernel.china;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.Checked.Valid;
import io.hemai.kernel.text.TextError;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** The unified social credit code of a Chinese organisation (统一社会信用代码, GB 32100-2015). */
public final class CreditCode {
    /** Digits and letters without I, O, S, V, Z; the place of a character is its value. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int MODULUS = ALPHABET.length();
    private static final int LENGTH = 18;
    private static final int REGION_FROM = 2;
    private static final int REGION_TO = 8;

    private CreditCode() {}

    /** Returns the code in capitals without blanks and hyphens; a refusal names the wrong place or what was expected. */
    public static Checked<String> check(String typed) {
        String code = Normalizer.normalize(typed, Form.NFKC)
                .replaceAll("[\\s\\u200B\\uFEFF-]", "")
                .toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return new Invalid<>(TextError.CREDIT_CODE_EMPTY);
        }
        if (code.codePointCount(0, code.length()) != LENGTH) {
            return new Invalid<>(TextError.CREDIT_CODE_LENGTH, String.valueOf(code.codePointCount(0, code.length())));
        }
        for (int i = 0; i < code.length(); i++) {
            boolean digitPlace = i >= REGION_FROM && i < REGION_TO;
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0 || (digitPlace && value > 9)) {
                TextError error = value < 0 ? TextError.CREDIT_CODE_CHARACTER : TextError.CREDIT_CODE_REGION;
                return new Invalid<>(error, code.substring(i, code.offsetByCodePoints(i, 1)), String.valueOf(i + 1));
            }
        }
        char expected = checkCharacter(code);
        return code.charAt(LENGTH - 1) == expected
                ? new Valid<>(code)
                : new Invalid<>(
                        TextError.CREDIT_CODE_CHECK_DIGIT, code.substring(LENGTH - 1), String.valueOf(expected));
    }

    /** The whole code for its first seventeen characters, which must be of the alphabet. */
    public static String completed(String seventeen) {
        if (seventeen.length() != LENGTH - 1 || seventeen.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("not the beginning of a credit code: " + seventeen);
        }
        return seventeen + checkCharacter(seventeen);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
