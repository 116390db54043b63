package io.hemai.identity;

import io.hemai.kernel.RecordId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person, signed in or by token.
 *
 * @param user the person's record
 * @param token id of the token that is used; null in a web session
 * @param scopes what the token is limited to; a web session has them all
 */
public record UserIdentity(
        RecordId user,
        String label,
        ZoneId zone,
        Locale locale,
        @Nullable RecordId token,
        Set<Scope> scopes) implements Identity {
    public UserIdentity {
        scopes = Set.copyOf(scopes);
    }

    /** A person in a web session. */
    public static UserIdentity signedIn(RecordId user, String label, ZoneId zone, Locale locale) {
        return new UserIdentity(user, label, zone, locale, null, Set.of(Scope.values()));
    }

    /** The token in use. */
    public Optional<RecordId> usedToken() {
        return Optional.ofNullable(token);
    }
}
