package io.hemai.identity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Hemai itself, at work for a reason that histories show.
 *
 * @param label the part of Hemai that works, such as {@code roll-up}
 * @param reason why, for {@code why} in the journal
 */
public record SystemIdentity(String label, String reason) implements Identity {
    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Locale locale() {
        return Locale.SIMPLIFIED_CHINESE;
    }
}
