package io.hemai.shaping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That an author agreed to what a formula tells, which is said anew with each formula. */
final class Consent {
    private static final String CONSENT = "consent";

    private Consent() {}

    /** The changes with the consent that the whole entry says; none with one that it does not say. */
    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(changed);
        sent.remove(CONSENT);
        if (Boolean.TRUE.equals(wanted.get(CONSENT))) {
            sent.put(CONSENT, true);
        }
        return sent;
    }
}
