package io.hemai.records.transfer;

import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for work that is done in the background; rights are looked at anew when it is done.
 *
 * @param user null for Hemai itself
 */
public record Requester(@Nullable UUID user, String label, String zone, String locale) {
    /** Who acts now. */
    public static Requester of(Identity who) {
        UUID user = who instanceof UserIdentity person ? person.user().value() : null;
        return new Requester(user, who.label(), who.zone().getId(), who.locale().toLanguageTag());
    }

    /** The identity under which the work is done. */
    Identity identity(String reason) {
        return user == null
                ? new SystemIdentity(label, reason)
                : UserIdentity.signedIn(new RecordId(user), label, ZoneId.of(zone), Locale.forLanguageTag(locale));
    }
}
