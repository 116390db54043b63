package io.hemai.records.store;

import org.jooq.Name;
import org.jooq.impl.DSL;

/** Gives out the short names of tables within one statement. */
final class Aliases {
    /** The record that the statement is about. */
    static final Name ROOT = DSL.name("t");

    private int given;

    Name next() {
        given++;
        return DSL.name("j" + given);
    }
}
