package io.hemai.messaging;

import io.hemai.messaging.store.Handwritten;
import io.hemai.messaging.store.StoredMail;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail of the outbox as it travels. */
final class MailMessage extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final StoredMail mail;

    private MailMessage(Session session, StoredMail mail) {
        super(session);
        this.mail = mail;
    }

    /**
     * Makes it.
     *
     * @param files what goes along, the images within what it says too
     */
    static MailMessage of(Session session, StoredMail mail, InternetAddress sender, List<MailFile> files)
            throws MessagingException {
        MailMessage message = new MailMessage(session, mail);
        Handwritten written = mail.handwritten();
        if (written == null) {
            message.setFrom(sender);
            message.setRecipients(RecipientType.TO, addresses(List.of(mail.to())));
            // no machine answers it, RFC 3834; the second is what Exchange knows
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        } else {
            message.setFrom(named(sender.getAddress(), written.sender()));
            message.setRecipients(RecipientType.TO, addresses(written.to()));
            message.setRecipients(RecipientType.CC, addresses(written.cc()));
            message.setRecipients(RecipientType.BCC, addresses(written.bcc()));
            message.thread(written.references());
        }
        message.answersGo();
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        message.setContent(written == null ? said(mail.text(), mail.html()) : whole(mail, written, files));
        message.saveChanges();
        return message;
    }

    /** The first of those who get the mail and whom it cannot reach, since the name before the @ is not of ASCII letters. */
    static Optional<String> unreachable(StoredMail mail) {
        Handwritten written = mail.handwritten();
        Stream<String> all = written == null
                ? Stream.of(mail.to())
                : Stream.of(written.to(), written.cc(), written.bcc()).flatMap(List::stream);
        return all.map(MailMessage::box)
                .map(Mailbox::address)
                .filter(address -> !isAscii(address.substring(0, address.lastIndexOf('@'))))
                .findFirst();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", mail.messageId());
    }

    private void answersGo() throws MessagingException {
        if (mail.replyTo() != null
                && isAscii(mail.replyTo().substring(0, mail.replyTo().lastIndexOf('@')))) {
            String name = mail.handwritten() == null ? null : mail.handwritten().sender();
            setReplyTo(addresses(List.of(new Mailbox(name, mail.replyTo()).toString())));
        }
    }

    /** RFC 5322, 3.6.4. */
    private void thread(List<String> references) throws MessagingException {
        if (!references.isEmpty()) {
            setHeader("In-Reply-To", references.getLast());
            setHeader("References", String.join("\r\n ", references));
        }
    }

    private static Mailbox box(String text) {
        return Mailbox.of(text).orElseThrow(() -> new IllegalStateException("no address: " + text));
    }

    private static boolean isAscii(String name) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name);
    }

    private static Address[] addresses(List<String> texts) throws AddressException {
        List<Address> addresses = new ArrayList<>();
        for (String text : texts) {
            Mailbox box = box(text);
            int at = box.address().lastIndexOf('@');
            String address = box.address().substring(0, at + 1)
                    + IDN.toASCII(box.address().substring(at + 1));
            addresses.add(box.name() == null ? new InternetAddress(address) : named(address, box.name()));
        }
        return addresses.toArray(Address[]::new);
    }

    private static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static MimeMultipart said(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8, "plain");
        MimeBodyPart formatted = new MimeBodyPart();
        formatted.setText(html, UTF_8, "html");
        return new MimeMultipart("alternative", plain, formatted);
    }

    /** What it says, with its images, and what is attached. */
    private static MimeMultipart whole(StoredMail mail, Handwritten written, List<MailFile> files)
            throws MessagingException {
        MimeMultipart said = said(mail.text(), page(MailImages.along(mail.html())));
        MimeMultipart shown = written.images().isEmpty() ? said : new MimeMultipart("related", part(said));
        MimeMultipart whole = written.files().isEmpty() ? shown : new MimeMultipart("mixed", part(shown));
        for (MailFile file : files) {
            if (written.files().contains(file.id())) {
                whole.addBodyPart(attached(file, Part.ATTACHMENT));
            }
            if (written.images().contains(file.id())) {
                MimeBodyPart image = attached(file, Part.INLINE);
                image.setContentID(MailImages.contentId(file.id()));
                shown.addBodyPart(image);
            }
        }
        return whole;
    }

    private static MimeBodyPart part(MimeMultipart inner) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner);
        return part;
    }

    private static MimeBodyPart attached(MailFile file, String disposition) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        try (InputStream content = file.content().getInputStream()) {
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, file.type())));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        part.setDisposition(disposition);
        part.setFileName(file.name());
        return part;
    }

    /** As people write to each other: no frame, and nothing that a mail program would show otherwise than its own. */
    private static String page(String said) {
        return "<!doctype html>\n<html><head><meta charset=\"utf-8\"></head>\n"
                + "<body style=\"font-family: sans-serif; font-size: 14px; line-height: 1.6\">\n" + said
                + "\n</body></html>\n";
    }
}
