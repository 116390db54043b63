package io.hemai.identity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hemai itself, at work for a reason that histories show.
 *
 * @param label the part of Hemai that works, such as {@code roll-up}
 * @param reason why, for {@code why} in the journal
 * @param behalf whose act it is, where a person may have it done but not do it; then the label is theirs
 */
public record SystemIdentity(
        String label, String reason, @Nullable UserIdentity behalf) implements Identity {
    public SystemIdentity(String label, String reason) {
        this(label, reason, null);
    }

    /** Hemai at work because somebody asked for it, in whose name histories tell it. */
    public static SystemIdentity onBehalfOf(Identity who, String reason) {
        return switch (who) {
            case UserIdentity user -> new SystemIdentity(user.label(), reason, user);
            case SystemIdentity system -> new SystemIdentity(system.label(), reason, system.behalf());
        };
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Locale locale() {
        return Locale.SIMPLIFIED_CHINESE;
    }
}
