package io.hemai.messaging;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Emails;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent, to one address.
 *
 * @param to refused when it is no address
 * @param language of what it says
 * @param subject one line; whatever would end it is a space
 * @param replyTo whom answers go to; null for the sender
 * @param key by which it is written once, however often it is put into the outbox; null where each time counts
 */
public record Letter(
        String to,
        Locale language,
        String subject,
        LetterBody body,
        @Nullable String replyTo,
        @Nullable String key) {
    private static final int LONGEST_SUBJECT = 200;

    public Letter {
        to = address(to);
        replyTo = replyTo == null ? null : address(replyTo);
        subject = subject.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
            subject = subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        }
    }

    /** A mail that Hemai itself writes, and of which each one counts. */
    public Letter(String to, Locale language, String subject, LetterBody body) {
        this(to, language, subject, body, null, null);
    }

    private static String address(String given) {
        return switch (Emails.check(given)) {
            case Checked.Valid(var address) -> address;
            case Checked.Invalid<String> no -> throw Refusal.of(MessagingError.NO_ADDRESS, given);
        };
    }
}
