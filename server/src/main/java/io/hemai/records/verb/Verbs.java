package io.hemai.records.verb;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import java.util.List;
import org.springframework.stereotype.Component;

/** The verbs that the modules declare, by object. */
@Component
public class Verbs {
    private final List<Verb<?, ?>> all;

    Verbs(List<Verb<?, ?>> all) {
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
}
