package io.hemai.messaging;

import io.hemai.kernel.StartRefused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes what Hemai writes ({@code HEMAI_MAIL_…}); without a host no mail is written.
 *
 * @param from address of the sender, with a name if wanted: {@code 合脉 <crm@example.com>}
 * @param perHour how many mails a tenant sends within an hour at most
 * @param answers whether people may answer from mails without signing in, so that who reads a mail can
 */
@ConfigurationProperties("hemai.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("starttls") Security security,
        @Nullable String from,
        @DefaultValue("2000") int perHour,
        @DefaultValue("true") boolean answers) {
    /** How the way to the mail server is encrypted. */
    public enum Security {
        /** From the greeting on, which must offer it. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all; for a server on this machine or in a closed network. */
        NONE
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return host != null && !host.isBlank();
    }

    /** The name or address of the server, where there is one. */
    String server() {
        return Objects.requireNonNull(host).strip();
    }

    /** Whether who uses the server says who they are. */
    boolean signsIn() {
        return user != null && !user.isBlank();
    }

    /** Who sends. */
    InternetAddress sender() {
        try {
            InternetAddress[] senders = InternetAddress.parse(Objects.requireNonNullElse(from, ""), true);
            if (senders.length != 1) {
                throw new AddressException("one address is needed");
            }
            senders[0].validate();
            return new InternetAddress(senders[0].getAddress(), senders[0].getPersonal(), "UTF-8");
        } catch (AddressException | UnsupportedEncodingException none) {
            throw new StartRefused(
                    "HEMAI_MAIL_FROM is no address that mails can come from: " + from,
                    "Set it to an address that the mail server lets Hemai use, such as 合脉 <crm@example.com>.",
                    none);
        }
    }

    /** Refuses what cannot work or would give secrets away. */
    void check(@Nullable String baseUrl) {
        sender();
        if (baseUrl == null || !baseUrl.matches("https?://.+")) {
            throw new StartRefused(
                    "HEMAI_MAIL_HOST is set, and HEMAI_BASE_URL is not: mails would lead nowhere.",
                    "Set HEMAI_BASE_URL to the address under which people reach Hemai.");
        }
        if (security == Security.NONE && signsIn() && !isOnThisMachine(server())) {
            throw new StartRefused(
                    "HEMAI_MAIL_SECURITY=none would send HEMAI_MAIL_PASSWORD over the network for all to read.",
                    "Set HEMAI_MAIL_SECURITY to starttls or tls.");
        }
        if (perHour < 1) {
            throw new StartRefused("HEMAI_MAIL_PER_HOUR is below 1.", "Set it to how many mails an hour may take.");
        }
    }

    /** Whether what is said to the server stays here. */
    static boolean isOnThisMachine(String server) {
        try {
            return InetAddress.getByName(server).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + "]";
    }
}
