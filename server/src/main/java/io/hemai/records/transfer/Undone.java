package io.hemai.records.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hemai.journal.Cause;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a mass act has been taken back.
 *
 * @param cause told with what taking back changes
 * @param gathered place of the last chunk whose records have been; null when none has
 * @param deleted records that it had made
 * @param restored records that it had changed
 * @param left records that somebody changed since or others need, and which therefore stay; the first of them
 * @param leftCount how many
 * @param finishedAt null until all of it has been
 */
@JsonIgnoreProperties(ignoreUnknown = true) // acts that were taken back before tell more
record Undone(
        Requester requester,
        Cause cause,
        @Nullable Long gathered,
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
     * @param attached objects whose records lead to it; null where none do
     * @param refused why who took it back may not, by language and for nobody else to read; null where they may, empty when
     *     somebody else goes on with taking it back
     */
    record Left(
            String id,
            @Nullable String label,
            List<String> fields,
            @Nullable Map<String, String> reasons,
            @Nullable List<String> attached,
            @Nullable Map<String, String> refused) {
        /** The same as somebody else may keep it. */
        Left forOthers() {
            return refused == null ? this : new Left(id, label, fields, reasons, attached, Map.of());
        }
    }

    static Undone begun(Requester requester, Cause cause) {
        return new Undone(requester, cause, null, 0, 0, List.of(), 0, null);
    }

    /** Tries after an end what was left once more; before it goes on. */
    Undone onceMore(Requester by, Cause why) {
        return isFinished()
                ? new Undone(by, why, gathered, deleted, restored, List.of(), 0, null)
                : new Undone(by, why, gathered, deleted, restored, leftTo(by), leftCount, null);
    }

    private List<Left> leftTo(Requester other) {
        return Objects.equals(requester.user(), other.user())
                ? left
                : left.stream().map(Left::forOthers).toList();
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    Undone gathering(long chunk) {
        return new Undone(requester, cause, chunk, deleted, restored, left, leftCount, null);
    }

    Undone more(long moreDeleted, long moreRestored, Collection<Left> moreLeft) {
        List<Left> all = new ArrayList<>(left);
        moreLeft.stream().limit(Math.max(0, MOST_TOLD - all.size())).forEach(all::add);
        return new Undone(
                requester,
                cause,
                gathered,
                deleted + moreDeleted,
                restored + moreRestored,
                all,
                leftCount + moreLeft.size(),
                null);
    }

    Undone finished(OffsetDateTime now) {
        return new Undone(requester, cause, gathered, deleted, restored, left, leftCount, now);
    }
}
