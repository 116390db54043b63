package io.hemai.automation;

import io.hemai.metadata.StandardObject;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;

/** What is done with something drawn, such as publishing it: to one at a time, and without being told more. */
public abstract class DrawnVerb implements Verb<NoInput, Row> {
    private final StandardObject object;
    private final String name;

    protected DrawnVerb(StandardObject object, String name) {
        this.object = object;
        this.name = name;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public final boolean inBulk() {
        return false;
    }
}
