package io.hemai.messaging;

import io.hemai.messaging.store.MailStore;
import io.hemai.tenancy.DueWork;
import io.hemai.tenancy.Tenants;
import io.hemai.tenancy.Writings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has mails delivered when they are due. */
@Component
class Postman extends DueWork {
    private final Delivery delivery;

    Postman(Delivery delivery, Writings writings, Tenants tenants, Clock clock) {
        super("mails", MailStore.TABLES, writings, tenants, clock);
        this.delivery = delivery;
    }

    @Override
    protected boolean takeSome() {
        return delivery.deliverNext();
    }

    @Override
    protected Optional<Instant> nextDue() {
        return delivery.nextDue();
    }
}
