package io.hemai.messaging;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings what came into the inbox to the mails that it answers. */
@Component
class Arrivals {
    private static final Pattern IDS = Pattern.compile("<[^<>]+>");
    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To");
    /** More mails nobody answers at once. */
    private static final int MOST = 20;

    private static final int LONGEST_LINE = 20_000;

    private final Tenants tenants;
    private final ObjectProvider<Correspondence> correspondence;

    Arrivals(Tenants tenants, ObjectProvider<Correspondence> correspondence) {
        this.tenants = tenants;
        this.correspondence = correspondence;
    }

    /**
     * Takes a message; says whether somebody waits for it. One that comes again is known.
     *
     * @param inbox the address of the inbox
     */
    boolean take(MimeMessage message, Instant at, String inbox) throws MessagingException, IOException {
        if (Bounce.isReport(message)) {
            Optional<Bounce> bounce = Bounce.of(message);
            if (bounce.isPresent()) {
                MailId mail = bounce.get().mail();
                return in(
                        mail,
                        () -> correspondence
                                .getObject()
                                .bounced(mail.mail(), bounce.get().reason()));
            }
        }
        String own = Objects.requireNonNullElse(message.getMessageID(), "");
        if (MailId.within(own).filter(id -> tenants.knows(id.tenant())).isPresent()) {
            // a mail of Hemai's own is no answer, wherever it was sent
            return true;
        }
        List<MailId> answered = answered(message, inbox);
        if (answered.isEmpty()) {
            return false;
        }
        ReceivedMail mail = MailReader.read(message, at, inbox);
        return answered.stream()
                .anyMatch(one -> in(one, () -> correspondence.getObject().received(mail, one.mail())));
    }

    /** What is for a tenant that is not in use now waits until it is. */
    private boolean in(MailId mail, BooleanSupplier work) {
        if (!tenants.knows(mail.tenant())) {
            return false;
        }
        Tenant tenant = tenants.find(mail.tenant())
                .orElseThrow(() -> new IllegalStateException(mail.tenant() + " is not in use"));
        return CurrentTenant.call(tenant, () -> tenants.asOfNow(work::getAsBoolean));
    }

    /** Which mails it may answer, the most likely first. */
    private static List<MailId> answered(MimeMessage message, String inbox) throws MessagingException {
        List<MailId> answered = new ArrayList<>();
        for (String reference : references(message)) {
            MailId.within(reference).ifPresent(answered::add);
        }
        for (String name : RECIPIENTS) {
            String line = message.getHeader(name, ",");
            if (line != null && line.length() <= LONGEST_LINE) {
                Arrays.stream(InternetAddress.parseHeader(line, false))
                        .flatMap(address -> MailId.of(String.valueOf(address.getAddress()), inbox).stream())
                        .forEach(answered::add);
            }
        }
        return answered.stream().distinct().limit(MOST).toList();
    }

    /** The mail that is answered, then those before it, the latest first. */
    private static List<String> references(MimeMessage message) throws MessagingException {
        List<String> ids = new ArrayList<>(ids(message.getHeader("References", " ")));
        Collections.reverse(ids);
        ids.addAll(0, ids(message.getHeader("In-Reply-To", " ")));
        return ids;
    }

    private static List<String> ids(@Nullable String line) {
        String end = line == null ? "" : line.substring(Math.max(0, line.length() - LONGEST_LINE));
        return IDS.matcher(end).results().map(MatchResult::group).toList();
    }
}
