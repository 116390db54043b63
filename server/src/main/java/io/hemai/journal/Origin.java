package io.hemai.journal;

import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * What automatic work set off a change.
 *
 * @param work the piece of work, such as the run of a flow; null where several did it together
 * @param depth how many pieces of work stand in the line that led here, each set off by a change of the one before: from 1
 */
public record Origin(@Nullable RecordId work, int depth) {}
