package io.hemai.records.transfer;

import io.hemai.journal.Cause;
import io.hemai.kernel.RecordId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param again the records to try once more; none where all are tried
 */
record Undone(
        Requester requester,
        Cause cause,
        long place,
        long deleted,
        long restored,
        List<Left> left,
        long leftCount,
        @Nullable OffsetDateTime finishedAt,
        Set<RecordId> again) {
    private static final int MOST_TOLD = 1_000;

    Undone {
        left = List.copyOf(left);
        again = Set.copyOf(again);
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
        return new Undone(requester, cause, Long.MAX_VALUE, 0, 0, List.of(), 0, null, Set.of());
    }

    /**
     * Begins anew: what was left, as far as it is told, after an end, since what came back then may have been worked on; else what
     * was being tried.
     */
    Undone onceMore(Requester by, Cause why) {
        Set<RecordId> which = finishedAt == null
                ? again
                : left.stream()
                        .flatMap(one -> RecordId.parse(one.id()).stream())
                        .collect(Collectors.toSet());
        long untold = which.isEmpty() ? 0 : leftCount - left.size();
        return new Undone(by, why, Long.MAX_VALUE, deleted, restored, List.of(), untold, null, which);
    }

    boolean tries(RecordId record) {
        return again.isEmpty() || again.contains(record);
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
                null,
                again);
    }

    Undone finished(OffsetDateTime now) {
        return new Undone(requester, cause, place, deleted, restored, left, leftCount, now, again);
    }
}
