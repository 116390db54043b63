package io.hemai.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * What another mail server says of a mail that it did not deliver.
 *
 * @param reason in one line
 */
record Bounce(MailId mail, String reason) {
    private static final int LONGEST = 500;
    /** What people read, what machines read, and what comes back. */
    private static final int PARTS = 3;

    private static final int LONGEST_HEAD = 64 * 1024;

    /** Whether a machine reports on a mail. */
    static boolean isReport(MimeMessage message) throws MessagingException {
        return message.isMimeType("multipart/report");
    }

    /** Reads a report, RFC 3464; empty where it tells of no failure, or of no mail of Hemai's. */
    static Optional<Bounce> of(MimeMessage message) throws MessagingException, IOException {
        Multipart report = new MimeMultipart(message.getDataHandler().getDataSource());
        if (report.getCount() < PARTS) {
            return Optional.empty();
        }
        Optional<MailId> mail = returned(head(report, PARTS - 1));
        // what a machine makes of a report may be many times as large as the report
        Optional<String> reason = mail.isEmpty()
                ? Optional.empty()
                : failure(new DeliveryStatus(new ByteArrayInputStream(head(report, PARTS - 2))));
        return reason.map(said -> new Bounce(mail.orElseThrow(), said));
    }

    /** By its own id; some servers wrap what comes back, so that it is no head. */
    private static Optional<MailId> returned(byte[] head) throws MessagingException {
        InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(head));
        String own = header(headers, "Message-ID");
        return MailId.within(own.isEmpty() ? new String(head, StandardCharsets.ISO_8859_1) : own);
    }

    private static byte[] head(Multipart report, int part) throws MessagingException, IOException {
        try (InputStream content = report.getBodyPart(part).getInputStream()) {
            return content.readNBytes(LONGEST_HEAD);
        }
    }

    private static Optional<String> failure(DeliveryStatus status) {
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = status.getRecipientDSN(i);
            if (header(recipient, "Action").toLowerCase(Locale.ROOT).equals("failed")) {
                String whom = said(header(recipient, "Final-Recipient"));
                String why = said(header(recipient, "Diagnostic-Code"));
                String line = (whom + ": " + (why.isEmpty() ? header(recipient, "Status") : why))
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
                return Optional.of(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
            }
        }
        return Optional.empty();
    }

    private static String header(InternetHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getHeader(name, null), "").strip();
    }

    /** Without the type before it: {@code rfc822; li@example.com}. */
    private static String said(String typed) {
        return typed.substring(typed.indexOf(';') + 1).strip();
    }
}
