package io.hemai.journal;

import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * What automatic work set off a change.
 *
 * @param work the piece of work, such as the run of a flow; null where several did it together
 * @param within the piece of work of which it is a part; null where it is none, and in what was read
 * @param depth how many pieces of work stand in the line that led here, each set off by a change of the one before: from 1
 */
public record Origin(@Nullable RecordId work, @Nullable RecordId within, int depth) {
    /** Of what takes automatic work back: nothing is set off by it, least of all the work that was taken back. */
    public static final Origin TAKING_BACK = new Origin(null, null, Short.MAX_VALUE);

    public Origin(@Nullable RecordId work, int depth) {
        this(work, null, depth);
    }

    /** Whether the piece of work did it, or a part of it. */
    public boolean isOf(String piece) {
        return (work != null && work.toString().equals(piece))
                || (within != null && within.toString().equals(piece));
    }

    /** Whether nothing is set off by it. */
    public boolean setsNothingOff() {
        return depth == TAKING_BACK.depth;
    }
}
