package io.hemai.timeline;

import io.hemai.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a page of a timeline ended.
 *
 * @param at of the last item
 * @param shown ids of the items of that very moment that were shown
 * @param entry id of the last journal entry that was looked at
 */
record TimelinePlace(Instant at, Set<String> shown, long entry) {
    private static final String BETWEEN = "~";
    private static final int PARTS = 3;

    TimelinePlace {
        shown = Set.copyOf(shown);
    }

    /** Before everything. */
    static TimelinePlace start() {
        return new TimelinePlace(Instant.MAX, Set.of(), Long.MAX_VALUE);
    }

    boolean isStart() {
        return at.equals(Instant.MAX);
    }

    String text() {
        String plain = at + BETWEEN + String.join(",", new TreeSet<>(shown)) + BETWEEN + entry;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static TimelinePlace parse(String text) {
        try {
            List<String> parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (parts.size() == PARTS) {
                return new TimelinePlace(
                        Instant.parse(parts.getFirst()),
                        Set.of(parts.get(1).split(",")),
                        Long.parseLong(parts.getLast()));
            }
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw Refusal.ofField("after", TimelineError.INVALID_CURSOR);
        }
        throw Refusal.ofField("after", TimelineError.INVALID_CURSOR);
    }
}
