package io.hemai.messaging;

import io.hemai.messaging.store.Handwritten;
import io.hemai.messaging.store.MailStore;
import io.hemai.messaging.store.MailStore.Kind;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.OutdatedMetadata;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands one mail after the other to the mail server. It is claimed for a time, handed over outside of any transaction, and what
 * became of it is noted only by who claimed it last.
 */
@Component
class Delivery {
    /** Longer than a mail can be on its way, even where the clocks of two nodes differ by minutes. */
    static final Duration CLAIM = Duration.ofMinutes(5);
    /** As long a mail is tried that nobody refuses for good; what the server was away for is part of it. */
    static final Duration PATIENCE = Duration.ofDays(3);
    /** In which no more mails than the cap are sent. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** One of so many is kept free. */
    private static final int KEPT_FREE = 10;

    private final MailServer server;
    private final MailSettings settings;
    private final MailStore mails;
    private final ObjectProvider<Correspondence> correspondence;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Duration rest = Duration.ZERO;
    private volatile Instant restsUntil = Instant.MIN;

    Delivery(
            MailServer server,
            MailSettings settings,
            MailStore mails,
            ObjectProvider<Correspondence> correspondence,
            Tenants tenants,
            TenantTransactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.server = server;
        this.settings = settings;
        this.mails = mails;
        this.correspondence = correspondence;
        this.tenants = tenants;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** Hands over the bound tenant's next mail; says whether there was one, and the server could be used. */
    boolean deliverNext() {
        Optional<StoredMail> claimed = claim();
        if (claimed.isEmpty()) {
            return false;
        }
        StoredMail mail = claimed.get();
        Handed handed = files(mail)
                .map(files -> server.hand(mail, files))
                .orElseGet(() -> new Handed.Refused("a file is gone"));
        note(mail, handed);
        return !(handed instanceof Handed.Unreachable);
    }

    /** What goes along; empty when a part of it is not there any more. */
    private Optional<List<MailFile>> files(StoredMail mail) {
        Handwritten written = mail.handwritten();
        return written == null
                ? Optional.of(List.of())
                : transactions.read(() -> correspondence
                        .getObject()
                        .files(Stream.concat(written.files().stream(), written.images().stream())
                                .distinct()
                                .toList()));
    }

    /** The next mail, whose time has come and that the cap allows. */
    Optional<StoredMail> claim() {
        Instant now = clock.instant();
        if (!server.isSetUp() || now.isBefore(restsUntil)) {
            return Optional.empty();
        }
        return transactions.write(() -> claim(Kind.SINGLE, now).or(() -> claim(Kind.ANY, now)));
    }

    private Optional<StoredMail> claim(Kind kind, Instant now) {
        return capped(kind).isAfter(now) ? Optional.empty() : mails.claim(kind, now, now.plus(CLAIM));
    }

    /** When the bound tenant's next mail may be handed over; empty when there is none. */
    Optional<Instant> nextDue() {
        if (!server.isSetUp()) {
            return Optional.empty();
        }
        return transactions.read(() -> Stream.of(Kind.values())
                .flatMap(kind -> mails.next(kind).map(due -> later(due, later(capped(kind), restsUntil))).stream())
                .min(Comparator.naturalOrder()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Until when the tenant has sent enough; work on many records leaves some for what single people wait for. */
    private Instant capped(Kind kind) {
        int most = settings.perHour() - (kind == Kind.SINGLE ? 0 : settings.perHour() / KEPT_FREE);
        return mails.triedBefore(most - 1).map(tried -> tried.plus(WINDOW)).orElse(Instant.MIN);
    }

    /** Notes what became of a claimed mail; a claim that was lost notes nothing. */
    void note(StoredMail mail, Handed handed) {
        Instant now = clock.instant();
        rest(handed, now);
        Supplier<Boolean> noting = () -> transactions.write(() -> become(mail, handed, now));
        boolean noted = mail.handwritten() == null ? noting.get() : tenants.asOfNow(noting);
        if (!noted) {
            LOG.warn("mail {} took longer than its claim; somebody else has tried it too", mail.messageId());
        }
        meters.counter("hemai.mail", "outcome", handed.getClass().getSimpleName())
                .increment();
    }

    private boolean become(StoredMail mail, Handed handed, Instant now) {
        return switch (handed) {
            case Handed.Taken _ -> sent(mail, now);
            case Handed.Refused(var answer) -> failed(mail, answer);
            case Handed.NotNow(var answer) -> again(mail, answer, now);
            case Handed.Unreachable(var reason) -> again(mail, reason, now);
        };
    }

    private boolean sent(StoredMail mail, Instant now) {
        boolean noted = mails.sent(mail, now);
        if (noted && mail.handwritten() != null) {
            tell(mail, () -> correspondence.getObject().sent(mail.id(), now));
        }
        return noted;
    }

    /** A record that cannot be written is no reason to send the mail again. */
    private void tell(StoredMail mail, Runnable telling) {
        try {
            transactions.nested(() -> {
                telling.run();
                return true;
            });
        } catch (OutdatedMetadata anew) {
            throw anew;
        } catch (RuntimeException unfit) {
            LOG.error("what became of mail {} cannot be noted with its record", mail.messageId(), unfit);
        }
    }

    private boolean failed(StoredMail mail, String answer) {
        boolean noted = mails.failed(mail, answer);
        if (noted && mail.handwritten() != null) {
            tell(mail, () -> correspondence.getObject().failed(mail.id(), answer));
        }
        return noted;
    }

    private boolean again(StoredMail mail, String answer, Instant now) {
        if (now.isAfter(mail.since().plus(PATIENCE))) {
            return failed(mail, answer);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.tries() - 1, DOUBLINGS));
        return mails.later(mail, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE), answer);
    }

    /** While the server cannot be used, one mail at a time finds out whether it can, at growing distances. */
    private void rest(Handed handed, Instant now) {
        if (handed instanceof Handed.Unreachable(var reason)) {
            Duration doubled = rest.multipliedBy(2);
            rest = doubled.compareTo(FIRST_REST) < 0
                    ? FIRST_REST
                    : doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
            restsUntil = now.plus(rest);
            LOG.warn("mails wait for the mail server until {}: {}", restsUntil, reason);
        } else {
            rest = Duration.ZERO;
            restsUntil = Instant.MIN;
        }
    }
}
