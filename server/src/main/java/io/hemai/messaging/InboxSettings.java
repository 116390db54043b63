package io.hemai.messaging;

import io.hemai.kernel.StartRefused;
import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Emails;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which answers come ({@code HEMAI_MAIL_INBOX_…}), read by IMAP; without a host nobody reads any.
 *
 * @param address to which mails arrive there, and with a tag: {@code crm@example.com} and {@code crm+tag@example.com}; the user
 *     where it is not given
 */
@ConfigurationProperties("hemai.mail.inbox")
public record InboxSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("tls") MailSettings.Security security,
        @Nullable String address) {
    /** Whether there is a mailbox. */
    boolean isOn() {
        return host != null && !host.isBlank();
    }

    String server() {
        return Objects.requireNonNull(host).strip();
    }

    /** The address without a tag. */
    String mailbox() {
        String given = address == null || address.isBlank() ? Objects.requireNonNullElse(user, "") : address;
        return switch (Emails.check(given)) {
            case Checked.Valid(var valid) -> valid;
            case Checked.Invalid<String> _ ->
                throw new StartRefused(
                        "HEMAI_MAIL_INBOX_ADDRESS is no mail address: " + given,
                        "Set it to the address whose mails arrive in the mailbox, such as crm@example.com.");
        };
    }

    /** Refuses what cannot work or would give secrets away. */
    void check() {
        mailbox();
        if (user == null || user.isBlank() || password == null || password.isEmpty()) {
            throw new StartRefused(
                    "HEMAI_MAIL_INBOX_HOST is set, and HEMAI_MAIL_INBOX_USER or HEMAI_MAIL_INBOX_PASSWORD is not.",
                    "Set both to what the mailbox is opened with.");
        }
        if (security == MailSettings.Security.NONE && !MailSettings.isOnThisMachine(server())) {
            throw new StartRefused(
                    "HEMAI_MAIL_INBOX_SECURITY=none would send HEMAI_MAIL_INBOX_PASSWORD over the network for all to read.",
                    "Set HEMAI_MAIL_INBOX_SECURITY to starttls or tls.");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InboxSettings[" + host + ":" + port + ", " + security + "]";
    }
}
