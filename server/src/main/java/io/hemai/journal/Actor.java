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
        Identity who = Acting.who();
        RecordId person = who instanceof UserIdentity user ? user.user() : null;
        Cause cause = Cause.current().orElse(null);
        ActorKind kind = cause == null ? null : cause.kind();
        return new Actor(kind == null ? kind(who) : kind, person, who.label());
    }

    private static ActorKind kind(Identity who) {
        return switch (who) {
            case SystemIdentity system -> ActorKind.SYSTEM;
            case UserIdentity user -> user.usedToken().isPresent() ? ActorKind.TOKEN : ActorKind.USER;
        };
    }
}
