package io.hemai.records.transfer;

import io.hemai.journal.Cause;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a mass act has been taken back.
 *
 * @param cause told with what taking back changes
 * @param place of the last chunk that was
 * @param deleted records that it had made
 * @param restored records that it had changed
 * @param left records that somebody changed since or others need, and which therefore stay; the first of them
 * @param leftCount how many
 * @param finishedAt null until all of it has been
 */
record Undone(
        Requester requester,
        Cause cause,
        long place,
        long deleted,
        long restored,
        List<Left> left,
        long leftCount,
        @Nullable OffsetDateTime finishedAt) {
    private static final int MOST_TOLD = 1_000;

    Undone {
        left = List.copyOf(left);
    }

    /**
     * A record that stays as it is.
     *
     * @param label null when there is no such record any more
     * @param fields that were changed since
     * @param reasons what else keeps it, by language; null where nothing does
     */
    record Left(
            String id,
            @Nullable String label,
            List<String> fields,
            @Nullable Map<String, String> reasons) {
        Left(String id, @Nullable String label, List<String> fields) {
            this(id, label, fields, null);
        }
    }

    static Undone begun(Requester requester, Cause cause) {
        return new Undone(requester, cause, Long.MAX_VALUE, 0, 0, List.of(), 0, null);
    }

    Undone more(long at, long moreDeleted, long moreRestored, List<Left> moreLeft) {
        List<Left> all = new ArrayList<>(left);
        moreLeft.stream().limit(Math.max(0, MOST_TOLD - all.size())).forEach(all::add);
        return new Undone(
                requester,
                cause,
                at,
                deleted + moreDeleted,
                restored + moreRestored,
                all,
                leftCount + moreLeft.size(),
                null);
    }

    Undone finished(OffsetDateTime now) {
        return new Undone(requester, cause, place, deleted, restored, left, leftCount, now);
    }
}
