package io.hemai.records.transfer;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets each part of long work see rights, people and fields as they are when it is done; they may change meanwhile. */
@Component
final class RightsOfNow {
    private final Tenants tenants;
    private final PeopleSource people;

    RightsOfNow(Tenants tenants, PeopleSource people) {
        this.tenants = tenants;
        this.people = people;
    }

    /** Does a part of the work with the bound tenant as it is now; a refusal when who asked for it is not active any more. */
    <T> T call(Requester requester, Supplier<T> part) {
        return CurrentTenant.call(tenants.require(CurrentTenant.get().id()), () -> {
            requireActive(requester);
            return part.get();
        });
    }

    /** Whether nothing has changed since the tenant was bound. */
    boolean stand() {
        return tenants.require(CurrentTenant.get().id()).equals(CurrentTenant.get());
    }

    private void requireActive(Requester requester) {
        UUID user = requester.user();
        if (user != null
                && !people.person(new RecordId(user)).map(Person::active).orElse(false)) {
            throw Refusal.of(TransferError.PERSON_INACTIVE);
        }
    }
}
