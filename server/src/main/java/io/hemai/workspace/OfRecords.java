package io.hemai.workspace;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;

/** What a reader does by a record, which itself stays as it is. */
abstract class OfRecords<O> implements Verb<NoInput, O> {
    @Override
    public final String object() {
        return "*";
    }

    @Override
    public final Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return type.is(ObjectTrait.OWNED) && !type.is(ObjectTrait.PERSONAL);
    }

    /** Whoever reads some may do it with those. */
    @Override
    public final boolean permitted(Rights rights) {
        return !rights.read().equals(Filter.none());
    }

    @Override
    public final boolean inBulk() {
        return false;
    }
}
