package io.hemai.kernel.text;

import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.Checked.Valid;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Checks mail addresses: the shape that mail servers in use accept, without comments and quoted names. */
public final class Emails {
    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3 less the angle brackets
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private Emails() {}

    /** Returns the address with half-width characters and its domain in lower case; the name before the @ is kept. */
    public static Checked<String> check(String typed) {
        String text = Normalizer.normalize(typed, Form.NFKC).strip();
        if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
            text = text.substring(7);
        }
        if (text.isEmpty()) {
            return new Invalid<>(TextError.EMAIL_EMPTY);
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new Invalid<>(TextError.EMAIL_NO_AT);
        }
        return check(text.substring(0, at), text.substring(at + 1));
    }

    private static Checked<String> check(String localPart, String domain) {
        if (localPart.length() > LONGEST_LOCAL_PART || localPart.length() + domain.length() >= LONGEST) {
            return new Invalid<>(TextError.EMAIL_TOO_LONG);
        }
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return new Invalid<>(TextError.EMAIL_LOCAL_PART, localPart);
        }
        return HostName.of(domain)
                .<Checked<String>>map(host -> new Valid<>(localPart + "@" + host))
                .orElseGet(() -> new Invalid<>(TextError.EMAIL_DOMAIN, domain));
    }

    /** The address with its name hidden but for the first letter: {@code w***@example.com}. */
    public static String masked(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }
}
