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
 * @param askedBy whose act it is, where a person may have it done but not do it
 */
public record SystemIdentity(
        String label, String reason, @Nullable UserIdentity askedBy) implements Identity {
    public SystemIdentity(String label, String reason) {
        this(label, reason, null);
    }

    /** Hemai at work because somebody asked for it, in whose name histories tell it. */
    public static SystemIdentity askedBy(Identity who, String reason) {
        return switch (who) {
            case UserIdentity user -> new SystemIdentity(user.label(), reason, user);
            case SystemIdentity system -> new SystemIdentity(system.label(), reason, system.askedBy());
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
