package io.hemai.people;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Roles;
import io.hemai.identity.Acting;
import io.hemai.identity.Passwords;
import io.hemai.identity.Visitor;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may set whose password: people their own, and who looks after people those of others. */
@Component
public class PeoplePasswords {
    private final Passwords passwords;
    private final PeopleSource people;
    private final Roles roles;
    private final Gate gate;

    PeoplePasswords(Passwords passwords, PeopleSource people, Roles roles, Gate gate) {
        this.passwords = passwords;
        this.people = people;
        this.roles = roles;
        this.gate = gate;
    }

    /**
     * Sets the person's password.
     *
     * @param current the present one, checked when given; only one's own can be
     */
    public void set(RecordId user, @Nullable String current, String password, Visitor visitor) {
        boolean own = Acting.user()
                .filter(me -> me.user().equals(user) && me.usedToken().isEmpty())
                .isPresent();
        if (own && current != null) {
            passwords.change(user, current, password, visitor);
            return;
        }
        if (!own) {
            gate.require(AdminAbility.PEOPLE);
            people.person(user).ifPresent(this::refuseSuperior);
        }
        passwords.set(user, password);
    }

    /** Who sets a password can sign in by it, so nobody sets one of somebody who may do more. */
    private void refuseSuperior(Person person) {
        boolean superior = roles.all().stream()
                .filter(r -> person.roles().contains(r.name()))
                .flatMap(r -> r.abilities().stream())
                .anyMatch(a -> !gate.mayGrant(Acting.who(), a));
        if (superior) {
            throw Refusal.of(PeopleError.PASSWORD_OF_SUPERIOR);
        }
    }
}
