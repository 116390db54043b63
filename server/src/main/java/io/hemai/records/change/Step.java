package io.hemai.records.change;

import io.hemai.records.ChangeSet;

/** One step of every write; notes what is wrong with each change and leaves the others be. */
interface Step {
    void apply(ChangeSet changes);
}
