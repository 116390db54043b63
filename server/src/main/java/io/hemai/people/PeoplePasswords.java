package io.hemai.people;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Roles;
import io.hemai.identity.Acting;
import io.hemai.identity.IdentityError;
import io.hemai.identity.Passwords;
import io.hemai.identity.Scope;
import io.hemai.identity.Sessions;
import io.hemai.identity.UserIdentity;
import io.hemai.identity.Visitor;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may set whose password: people their own, and who looks after people those of others. */
@Component
public class PeoplePasswords {
    private final Passwords passwords;
    private final Sessions sessions;
    private final PeopleSource people;
    private final Roles roles;
    private final Gate gate;

    PeoplePasswords(Passwords passwords, Sessions sessions, PeopleSource people, Roles roles, Gate gate) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.people = people;
        this.roles = roles;
        this.gate = gate;
    }

    /**
     * Sets the person's password.
     *
     * @param current the present one, to change one's own; not needed by who signed in just now
     */
    public void set(RecordId user, @Nullable String current, String password, Visitor visitor) {
        Acting.user().ifPresent(me -> refuseToken(me, user));
        boolean own = Acting.user().filter(me -> me.user().equals(user)).isPresent();
        if (own && current != null) {
            passwords.change(user, current, password, visitor);
            return;
        }
        if (own && !sessions.justOpened()) {
            throw Refusal.ofField("current", IdentityError.PASSWORD_CURRENT);
        }
        if (!own) {
            gate.require(AdminAbility.PEOPLE);
            people.person(user).ifPresent(this::refuseSuperior);
        }
        passwords.set(user, password);
    }

    /** A password opens whole sessions: a token that is allowed less, or belongs to the person, would be more by it. */
    private static void refuseToken(UserIdentity me, RecordId user) {
        if (me.usedToken().isEmpty()) {
            return;
        }
        if (me.user().equals(user)) {
            throw Refusal.of(IdentityError.SESSION_ONLY);
        }
        Arrays.stream(Scope.values())
                .filter(scope -> !me.scopes().contains(scope))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refusal.of(IdentityError.TOKEN_SCOPE, missing.code());
                });
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
