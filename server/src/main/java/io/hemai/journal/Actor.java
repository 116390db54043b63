package io.hemai.journal;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id the person's record; null for Hemai itself
 * @param label what a history shows
 */
public record Actor(ActorKind kind, @Nullable RecordId id, String label) {
    /** Who acts now, by the cause that is in force. */
    static Actor now() {
        UserIdentity person = person(Acting.who());
        Cause cause = Cause.now().orElse(null);
        ActorKind kind = cause == null ? null : cause.kind();
        return new Actor(
                kind == null ? kind(person) : kind,
                person == null ? null : person.user(),
                Acting.who().label());
    }

    private static @Nullable UserIdentity person(Identity who) {
        return switch (who) {
            case SystemIdentity system -> system.behalf();
            case UserIdentity user -> user;
        };
    }

    private static ActorKind kind(@Nullable UserIdentity person) {
        if (person == null) {
            return ActorKind.SYSTEM;
        }
        return person.usedToken().isPresent() ? ActorKind.TOKEN : ActorKind.USER;
    }
}
