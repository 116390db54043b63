package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.store.MailStore;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where mails are put to be sent: rows of the transaction that is open, so they leave if and only if it commits. */
@Component
public class Outbox {
    private final MailServer server;
    private final MailStore mails;
    private final Postman postman;
    private final Clock clock;

    Outbox(MailServer server, MailStore mails, Postman postman, Clock clock) {
        this.server = server;
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
        if (!isOpen()) {
            throw Refusal.of(MessagingError.NOT_SET_UP);
        }
        mails.add(letters.stream().map(this::stored).toList(), clock.instant());
        postman.wakeAfterCommit();
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
                letter.body().html(letter.language(), tenant.label()));
    }
}
