package io.hemai.records.transfer;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.identity.Tokens;
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
    private final Tokens tokens;

    RightsOfNow(Tenants tenants, PeopleSource people, Tokens tokens) {
        this.tenants = tenants;
        this.people = people;
        this.tokens = tokens;
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
        if (user != null && !isActive(new RecordId(user))) {
            throw Refusal.of(TransferError.PERSON_INACTIVE);
        }
        UUID token = requester.token();
        if (token != null && !tokens.stands(new RecordId(token))) {
            throw Refusal.of(TransferError.TOKEN_REVOKED);
        }
    }

    private boolean isActive(RecordId person) {
        return people.person(person).map(Person::active).orElse(false);
    }
}
