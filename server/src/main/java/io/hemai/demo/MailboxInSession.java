package io.hemai.demo;

import io.hemai.identity.SessionDetail;
import io.hemai.identity.UserIdentity;
import io.hemai.messaging.DemoMailbox;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the interface that there is a demo mailbox to look into, where there is one. */
@Component
class MailboxInSession implements SessionDetail {
    private final boolean isThere;

    MailboxInSession(ObjectProvider<DemoMailbox> mailbox) {
        this.isThere = mailbox.getIfAvailable() != null;
    }

    @Override
    public Map<String, Object> about(UserIdentity who) {
        return isThere ? Map.of("demo_mailbox", true) : Map.of();
    }
}
