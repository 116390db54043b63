package io.hemai.approvals;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Row;
import io.hemai.records.verb.Verb;

/** What people do in the course of an approval; whether it is theirs to do is asked when they do it. */
abstract class OfApproval<I> implements Verb<I, Row> {
    private final StandardObject object;
    private final Class<I> input;

    OfApproval(StandardObject object, Class<I> input) {
        this.object = object;
        this.input = input;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final Class<I> input() {
        return input;
    }

    @Override
    public final boolean permitted(Rights rights) {
        return !rights.read().equals(Filter.none());
    }

    /** What was decided cannot be put back. */
    @Override
    public final boolean inBulk() {
        return false;
    }
}
