package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail of Hemai's that arrived in the demo mailbox.
 *
 * @param id the same as in the outbox
 * @param tenant whose mail it is
 * @param to the address, as people write it
 * @param at when it was written
 * @param text what it says, and html the same as HTML
 */
public record ArrivedMail(
        RecordId id, TenantId tenant, String to, String subject, Instant at, String text, String html) {
    /** As {@link MailServer#messageId} makes it. */
    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-f-]{36})\\.([a-z][a-z0-9_]{0,40})@.+>");

    /** The message as a mail of Hemai's; empty where somebody else brought it to the port. */
    static Optional<ArrivedMail> of(MimeMessage message) throws MessagingException {
        Matcher ours = MESSAGE_ID.matcher(Objects.requireNonNullElse(message.getMessageID(), ""));
        if (!ours.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ArrivedMail(
                RecordId.parse(ours.group(1)).orElseThrow(),
                new TenantId(ours.group(2)),
                address(message),
                message.getSubject(),
                message.getSentDate().toInstant(),
                part(message, "text/plain"),
                part(message, "text/html")));
    }

    private static String address(MimeMessage message) throws MessagingException {
        String to = ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        int domain = to.lastIndexOf('@') + 1;
        return to.substring(0, domain) + IDN.toUnicode(to.substring(domain));
    }

    private static String part(MimeMessage message, String type) throws MessagingException {
        try {
            Multipart parts = (Multipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
            }
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
