package io.hemai.records.verb;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The verbs that the modules declare, by object. */
@Component
public class Verbs {
    private final List<Verb<?, ?>> all;
    private final Gate gate;

    Verbs(List<Verb<?, ?>> all, Gate gate) {
        this.gate = gate;
        this.all = List.copyOf(all);
    }

    /** What can be done with records of the object. */
    public List<Verb<?, ?>> of(ObjectType type) {
        return all.stream().filter(verb -> verb.offeredFor(type)).toList();
    }

    /** The verb of that name, or a refusal that there is none. */
    public Verb<?, ?> require(ObjectType type, String name) {
        return of(type).stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(RecordsError.UNKNOWN_VERB, type.name(), name));
    }

    /** Does the verb with a record, unless who acts may not try it; every way of doing verbs comes here. */
    public <I, O> @Nullable O run(Verb<I, O> verb, Row record, I input) {
        requirePermitted(verb, record.type());
        return verb.run(record, input);
    }

    /** Refuses unless who acts may try the verb with some records of the object. */
    public void requirePermitted(Verb<?, ?> verb, ObjectType type) {
        if (!verb.permitted(gate.rights(Acting.who(), type))) {
            throw verb.notPermitted();
        }
    }
}
