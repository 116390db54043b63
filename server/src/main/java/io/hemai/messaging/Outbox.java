package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Html;
import io.hemai.messaging.store.Handwritten;
import io.hemai.messaging.store.MailStore;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where mails are put to be sent: rows of the transaction that is open, so they leave if and only if it commits. */
@Component
public class Outbox {
    private final MailServer server;
    private final Inbox inbox;
    private final MailStore mails;
    private final Postman postman;
    private final Clock clock;

    Outbox(MailServer server, Inbox inbox, MailStore mails, Postman postman, Clock clock) {
        this.server = server;
        this.inbox = inbox;
        this.mails = mails;
        this.postman = postman;
        this.clock = clock;
    }

    /** Whether this installation has a mail server; without one nothing can be put in. */
    public boolean isOpen() {
        return server.isSetUp();
    }

    /** Puts mails in, for the bound tenant. */
    public void put(List<Letter> letters) {
        Instant now = clock.instant();
        put(letters.stream().map(this::stored).toList(), now, now);
    }

    /** Puts a person's mail in, which leaves then. */
    public void put(PersonalMail mail, Instant leaves) {
        put(List.of(stored(mail)), clock.instant(), leaves);
    }

    private void put(List<StoredMail> written, Instant now, Instant leaves) {
        if (!isOpen()) {
            throw Refusal.of(MessagingError.NOT_SET_UP);
        }
        mails.add(written, now, leaves);
        postman.wakeAfterCommit();
    }

    /** Takes a person's mail out, unless it has been tried to send it. */
    public boolean takeBack(RecordId mail) {
        return mails.takeBack(mail);
    }

    /** Tries a person's mail once more that has failed; says whether it had, and is still known. */
    public boolean again(RecordId mail) {
        boolean failed = mails.again(mail, clock.instant());
        if (failed) {
            postman.wakeAfterCommit();
        }
        return failed;
    }

    /** Who sends, as receivers see it. */
    public Mailbox sender(String name) {
        return new Mailbox(name, server.sender());
    }

    /** What receivers will know the bound tenant's mail of that id by. */
    public String messageId(RecordId mail) {
        return server.messageId(mail);
    }

    private StoredMail stored(Letter letter) {
        Tenant tenant = CurrentTenant.get();
        RecordId id = RecordId.next();
        return StoredMail.written(
                id,
                server.messageId(id),
                letter.key(),
                letter.to(),
                letter.replyTo(),
                letter.subject(),
                letter.body().text(),
                letter.body().html(letter.language(), tenant.label()),
                null);
    }

    private StoredMail stored(PersonalMail mail) {
        String answers =
                inbox.address(new MailId(CurrentTenant.get().id(), mail.id())).orElse(mail.replyTo());
        return StoredMail.written(
                mail.id(),
                server.messageId(mail.id()),
                null,
                mail.to().getFirst().address(),
                answers,
                mail.subject(),
                Html.text(mail.html()),
                mail.html(),
                new Handwritten(
                        mail.sender(),
                        texts(mail.to()),
                        texts(mail.cc()),
                        texts(mail.bcc()),
                        mail.references(),
                        mail.files(),
                        mail.images()));
    }

    private static List<String> texts(List<Mailbox> boxes) {
        return boxes.stream().map(Mailbox::toString).toList();
    }
}
