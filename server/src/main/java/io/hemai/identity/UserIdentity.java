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
 * @param viewer who reads as the person; null for the person itself
 */
public record UserIdentity(
        RecordId user,
        String label,
        ZoneId zone,
        Locale locale,
        @Nullable RecordId token,
        Set<Scope> scopes,
        @Nullable Viewer viewer)
        implements Identity {
    /** What can be done as somebody else. */
    private static final Set<Scope> READING = Set.of(Scope.RECORDS_READ, Scope.META_READ, Scope.REPORTS_RUN);

    public UserIdentity {
        scopes = Set.copyOf(scopes);
    }

    public UserIdentity(
            RecordId user, String label, ZoneId zone, Locale locale, @Nullable RecordId token, Set<Scope> scopes) {
        this(user, label, zone, locale, token, scopes, null);
    }

    /** The person as somebody else who looks at what the person sees, and reads the language of the one who looks. */
    public UserIdentity viewedBy(Viewer other, Locale reads) {
        return new UserIdentity(user, label, zone, reads, null, READING, other);
    }

    /** Who sits in front of it. */
    public RecordId reader() {
        return viewer == null ? user : viewer.user();
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
