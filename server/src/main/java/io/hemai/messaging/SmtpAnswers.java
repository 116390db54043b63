package io.hemai.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What the answers of a mail server mean for a mail, RFC 5321. */
final class SmtpAnswers {
    private static final int CLOSING = 421;
    private static final int PERMANENT = 500;
    private static final int LONGEST = 500;

    private SmtpAnswers() {}

    /** What a server means that does not take a mail. */
    static Handed of(SendFailedException refused) {
        Optional<SMTPAddressFailedException> address = find(refused, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            return of(address.get().getReturnCode(), text(address.get()));
        }
        Optional<SMTPSendFailedException> failed = find(refused, SMTPSendFailedException.class);
        // the sender concerns every mail, and somebody can mend it
        boolean ofSender = failed.map(SMTPSendFailedException::getCommand)
                .filter(command -> command.startsWith("MAIL"))
                .isPresent();
        return failed.isEmpty() || ofSender
                ? new Handed.Unreachable(text(refused))
                : of(failed.get().getReturnCode(), text(failed.get()));
    }

    private static Handed of(int code, String text) {
        if (code <= 0 || code == CLOSING) {
            return new Handed.Unreachable(text);
        }
        return code >= PERMANENT ? new Handed.Refused(text) : new Handed.NotNow(text);
    }

    private static <T extends MessagingException> Optional<T> find(MessagingException first, Class<T> kind) {
        for (Exception each = first; each instanceof MessagingException some; each = some.getNextException()) {
            if (kind.isInstance(some)) {
                return Optional.of(kind.cast(some));
            }
        }
        return Optional.empty();
    }

    /** What went wrong, in one short line. */
    static String text(MessagingException wrong) {
        Exception cause = wrong.getNextException();
        String text = String.valueOf(wrong.getMessage()) + (cause == null ? "" : ": " + cause.getMessage());
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
