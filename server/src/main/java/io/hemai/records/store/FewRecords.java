package io.hemai.records.store;

/** Up to how many records of an object somebody is said to see few; {@code hemai.few-records}. */
@FunctionalInterface
public interface FewRecords {
    /** The number. */
    int most();
}
