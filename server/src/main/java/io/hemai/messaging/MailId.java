package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which mail of Hemai's is meant, as it stands in what travels: in the {@code Message-ID}, and in the address that answers go to. Nobody
 * knows one who has not had the mail.
 */
record MailId(TenantId tenant, RecordId mail) {
    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-f-]{36})\\.([a-z][a-z0-9_]{0,40})@[^<>\\s]+>");
    private static final Pattern TAG = Pattern.compile("([a-z][a-z0-9_]{0,40})\\.([0-9a-f]{32})");
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1

    /** The first that stands in the text as a {@code Message-ID}. */
    static Optional<MailId> within(String text) {
        Matcher ours = MESSAGE_ID.matcher(text);
        return ours.find() ? parsed(ours.group(2), ours.group(1)) : Optional.empty();
    }

    /**
     * The mail that was written to at this address.
     *
     * @param inbox the address without a tag
     */
    static Optional<MailId> of(String address, String inbox) {
        String written = address.toLowerCase(Locale.ROOT);
        int at = inbox.lastIndexOf('@');
        String before = inbox.substring(0, at).toLowerCase(Locale.ROOT) + "+";
        String after = inbox.substring(at).toLowerCase(Locale.ROOT);
        if (!written.startsWith(before)
                || !written.endsWith(after)
                || written.length() < before.length() + after.length()) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(written.substring(before.length(), written.length() - after.length()));
        return tag.matches()
                ? parsed(tag.group(1), tag.group(2).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                : Optional.empty();
    }

    private static Optional<MailId> parsed(String tenant, String mail) {
        return RecordId.parse(mail).map(id -> new MailId(new TenantId(tenant), id));
    }

    /** What receivers know the mail by. */
    String messageId(String sender) {
        return "<" + mail + "." + tenant + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    /** The address that answers go to; empty where the name of the tenant leaves no room for it. */
    Optional<String> address(String inbox) {
        int at = inbox.lastIndexOf('@');
        UUID id = mail.value();
        String local =
                inbox.substring(0, at) + "+" + tenant + "." + id.toString().replace("-", "");
        return local.length() <= LONGEST_LOCAL_PART ? Optional.of(local + inbox.substring(at)) : Optional.empty();
    }
}
