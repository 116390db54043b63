package io.hemai.merging;

/** Says that records of an object can be merged. A Spring component, found by its type. */
public interface Mergeable {
    /** Name of the object. */
    String object();
}
