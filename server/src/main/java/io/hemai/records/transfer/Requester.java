package io.hemai.records.transfer;

import io.hemai.identity.Identity;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for work that is done in the background; rights are looked at anew when it is done.
 *
 * @param user null for Hemai itself
 * @param token that was used; null in a web session
 * @param scopes what the token is limited to; null for no limit
 */
public record Requester(
        @Nullable UUID user,
        String label,
        String zone,
        String locale,
        @Nullable UUID token,
        @Nullable Set<Scope> scopes) {
    public Requester {
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Who acts now. */
    public static Requester of(Identity who) {
        String zone = who.zone().getId();
        String locale = who.locale().toLanguageTag();
        return switch (who) {
            case SystemIdentity system -> new Requester(null, system.label(), zone, locale, null, null);
            case UserIdentity person ->
                new Requester(
                        person.user().value(),
                        person.label(),
                        zone,
                        locale,
                        person.usedToken().map(RecordId::value).orElse(null),
                        person.scopes());
        };
    }

    /** The identity under which the work is done. */
    Identity identity(String reason) {
        return user == null
                ? new SystemIdentity(label, reason)
                : new UserIdentity(
                        new RecordId(user),
                        label,
                        ZoneId.of(zone),
                        Locale.forLanguageTag(locale),
                        token == null ? null : new RecordId(token),
                        scopes == null ? Set.of(Scope.values()) : scopes);
    }
}
