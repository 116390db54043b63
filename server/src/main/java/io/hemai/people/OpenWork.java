package io.hemai.people;

import io.hemai.kernel.Filter;

/**
 * Says which records of an object somebody still works on. Of an object without one, all records go to the successor of a
 * person who leaves; what is finished may better stay with who finished it. A Spring component, found by its type.
 */
public interface OpenWork {
    /** Name of the object. */
    String object();

    /** The records that are open. */
    Filter open();
}
