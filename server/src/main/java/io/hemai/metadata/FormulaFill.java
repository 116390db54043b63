package io.hemai.metadata;

import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/** Works the formulas of an object out for records that stand, within the transaction; touches neither version nor history. */
public interface FormulaFill {
    /** How many records of the object there are. */
    long count(ObjectType type);

    /**
     * Works them out for the next records in the order of their ids.
     *
     * @param after the last one of the time before; null to begin
     */
    Chunk fill(ObjectType type, @Nullable RecordId after, int limit);

    /**
     * What was done.
     *
     * @param records how many were looked at
     * @param last the last of them; null when there are no more behind
     */
    record Chunk(int records, @Nullable RecordId last) {}
}
