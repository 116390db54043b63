package io.hemai.records;

import io.hemai.kernel.RecordId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back what automatic work did to records, as far as nobody worked on them since. */
public interface TakingBack {
    /** It is part of the transaction that is open, so no more can be taken back at a time. */
    int MOST = 1_000;

    /**
     * What was taken back.
     *
     * @param restored records that have their former values
     * @param deleted records that are in the bin
     * @param left those that stay as they are
     */
    record Result(long restored, long deleted, List<Left> left) {
        public Result {
            left = List.copyOf(left);
        }
    }

    /**
     * A record that stays as it is.
     *
     * @param label null when there is no such record any more
     * @param fields that were changed since
     * @param reason what else keeps it, to who took it back; null where nothing does
     */
    record Left(
            String object,
            String id,
            @Nullable String label,
            List<String> fields,
            @Nullable String reason) {
        public Left {
            fields = List.copyOf(fields);
        }
    }

    /** How many changes the work made; one more than {@link #MOST} says more. */
    int changes(Collection<RecordId> work);

    /** Takes back the work, within the rights of who acts. */
    Result takeBack(Collection<RecordId> work);
}
