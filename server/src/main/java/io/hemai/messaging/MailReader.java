package io.hemai.messaging;

import io.hemai.kernel.text.FileName;
import io.hemai.kernel.text.Html;
import io.hemai.messaging.ReceivedMail.ReceivedFile;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a message says, however its program wrote it, and no more than people write. */
final class MailReader {
    static final int MOST_FILES = 20;
    static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 20;
    private static final int LONGEST_ID = 250;

    private final StringBuilder text = new StringBuilder();
    private final List<ReceivedFile> files = new ArrayList<>();
    private @Nullable String html;
    private int parts;
    private int bytes;

    private MailReader() {}

    /** Reads a message that came at that time; our own inbox is nobody whom it was written to. */
    static ReceivedMail read(MimeMessage message, Instant at, String inbox) throws MessagingException, IOException {
        MailReader reader = new MailReader();
        reader.take(message, 0);
        String html = reader.html;
        String text = reader.text.isEmpty() && html != null ? Html.text(html) : reader.text.toString();
        return new ReceivedMail(
                id(message),
                boxes(message.getFrom()).stream().findFirst().orElse(new Mailbox(null, "?")),
                others(boxes(message.getRecipients(RecipientType.TO)), inbox),
                others(boxes(message.getRecipients(RecipientType.CC)), inbox),
                Objects.requireNonNullElse(message.getSubject(), "").strip(),
                text.strip(),
                html,
                at,
                isByMachine(message),
                reader.files);
    }

    /** One that has no id has at least a time and a sender. */
    private static String id(MimeMessage message) throws MessagingException {
        String given = Objects.requireNonNullElse(message.getMessageID(), "").strip();
        if (given.length() <= LONGEST_ID && given.matches("[\\x21-\\x7e]+")) {
            return given;
        }
        String known = given
                + Arrays.toString(message.getFrom())
                + message.getSentDate()
                + message.getSubject()
                + message.getSize();
        return "<" + UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8)) + ">";
    }

    private static boolean isByMachine(MimeMessage message) throws MessagingException {
        String auto = message.getHeader("Auto-Submitted", null);
        return message.isMimeType("multipart/report")
                || (auto != null && !auto.strip().equalsIgnoreCase("no"))
                || message.getHeader("X-Autoreply") != null;
    }

    private static List<Mailbox> others(List<Mailbox> boxes, String inbox) {
        return boxes.stream()
                .filter(box -> !box.address().equalsIgnoreCase(inbox)
                        && MailId.of(box.address(), inbox).isEmpty())
                .toList();
    }

    private static List<Mailbox> boxes(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .filter(InternetAddress.class::isInstance)
                        .map(InternetAddress.class::cast)
                        .filter(address -> address.getAddress() != null)
                        .map(address -> new Mailbox(address.getPersonal(), address.getAddress()))
                        .toList();
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (!attached && part.isMimeType("text/plain")) {
            if (text.length() < LONGEST_TEXT) {
                text.append(text.isEmpty() ? "" : "\n\n").append(words(part));
            }
        } else if (!attached && part.isMimeType("text/html")) {
            html = html == null ? words(part) : html;
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i), depth + 1);
            }
        } else {
            file(part);
        }
    }

    private void file(Part part) throws MessagingException, IOException {
        if (files.size() >= MOST_FILES) {
            return;
        }
        try (InputStream content = part.getInputStream()) {
            byte[] read = content.readNBytes(MOST_BYTES - bytes + 1);
            if (read.length > 0 && bytes + read.length <= MOST_BYTES) {
                bytes += read.length;
                files.add(new ReceivedFile(name(part), contentId(part), read));
            }
        }
    }

    private static @Nullable String contentId(Part part) throws MessagingException {
        String id = part instanceof MimePart mime ? mime.getContentID() : null;
        return id == null ? null : id.replaceAll("^<|>$", "");
    }

    private static String name(Part part) throws MessagingException {
        String given = part.getFileName();
        if (given == null) {
            return part.isMimeType("message/rfc822") ? "mail.eml" : "file";
        }
        try {
            // many programs encode names as if they were subjects
            return FileName.of(MimeUtility.decodeText(given));
        } catch (UnsupportedEncodingException unknown) {
            return FileName.of(given);
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            byte[] read = content.readNBytes(LONGEST_TEXT * 4);
            String words = new String(read, charset(part));
            return words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT);
        }
    }

    /** GB2312 and GBK are read as what they became; programs that write more than they say are read rightly so. */
    private static Charset charset(Part part) throws MessagingException {
        String said = charsetOf(part).map(name -> name.toLowerCase(Locale.ROOT)).orElse("utf-8");
        if (said.equals("iso-8859-1") || said.equals("us-ascii")) {
            return Charset.forName("windows-1252");
        }
        if (said.startsWith("gb")) {
            return Charset.forName("GB18030");
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(said));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Optional<String> charsetOf(Part part) throws MessagingException {
        try {
            return Optional.ofNullable(new ContentType(part.getContentType()).getParameter("charset"));
        } catch (ParseException garbled) {
            return Optional.empty();
        }
    }
}
