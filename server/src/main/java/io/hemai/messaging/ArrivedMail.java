package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
    /** The message as a mail of Hemai's; empty where somebody else brought it to the port. */
    static Optional<ArrivedMail> of(MimeMessage message) throws MessagingException {
        Optional<MailId> ours = MailId.within(Objects.requireNonNullElse(message.getMessageID(), ""));
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArrivedMail(
                ours.get().mail(),
                ours.get().tenant(),
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

    /** The first part of the type, wherever it stands; empty where there is none. */
    private static String part(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String found = part(parts.getBodyPart(i), type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
