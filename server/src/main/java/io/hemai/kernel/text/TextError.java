package io.hemai.kernel.text;

import io.hemai.kernel.ErrorCode;
import java.util.Locale;

/** Why typed text is refused; the texts for people are in {@code messages/text_*.properties} under {@code error.<code>}. */
public enum TextError implements ErrorCode {
    EMAIL_EMPTY,
    EMAIL_NO_AT,
    EMAIL_LOCAL_PART,
    EMAIL_DOMAIN,
    EMAIL_TOO_LONG,
    PHONE_EMPTY,
    PHONE_NOT_A_NUMBER,
    PHONE_TOO_SHORT,
    PHONE_TOO_LONG,
    PHONE_COUNTRY,
    PHONE_NO_AREA_CODE,
    PHONE_MOBILE_DIGITS,
    PHONE_UNKNOWN_RANGE,
    URL_EMPTY,
    URL_TOO_LONG,
    URL_SCHEME,
    URL_CREDENTIALS,
    URL_HOST,
    URL_SYNTAX,
    CREDIT_CODE_EMPTY,
    CREDIT_CODE_LENGTH,
    CREDIT_CODE_CHARACTER,
    CREDIT_CODE_REGION,
    CREDIT_CODE_CHECK_DIGIT;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** The stable name that programs see, such as {@code text.phone_too_short}. */
    @Override
    public String code() {
        return "text." + name().toLowerCase(Locale.ROOT);
    }
}
