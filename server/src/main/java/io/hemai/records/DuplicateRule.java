package io.hemai.records;

import java.util.List;

/**
 * Finds likely duplicates of an object's records by exact keys, which are kept up to date with every write. A Spring component,
 * found by its type.
 */
public interface DuplicateRule {
    /** Name of the object. */
    String object();

    /** Name of the rule; rules of one name compare the records of all their objects. */
    String name();

    /**
     * Whether duplicates are refused for good; else whoever knows of them may go on. Two writes in the same moment do not see each
     * other, so a rule that blocks goes with a unique field.
     */
    boolean blocks();

    /** The record's keys; pure and quick, since it is asked about before and after every write. */
    List<DuplicateKey> keys(Row record);
}
