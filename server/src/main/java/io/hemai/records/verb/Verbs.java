package io.hemai.records.verb;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.web.JsonBody;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that the modules declare, by object. */
@Component
public class Verbs {
    /** Found when first asked for: verbs that shape flows need what does verbs. */
    private final Supplier<List<Verb<?, ?>>> all;

    private final Gate gate;
    private final InputForms inputs;
    private final JsonMapper json;

    Verbs(ObjectProvider<Verb<?, ?>> all, Gate gate, InputForms inputs, JsonMapper json) {
        this.gate = gate;
        this.inputs = inputs;
        this.json = json;
        this.all = SingletonSupplier.of(() -> all.orderedStream().toList());
    }

    /** What can be done with records of the object. */
    public List<Verb<?, ?>> of(ObjectType type) {
        return all.get().stream().filter(verb -> verb.offeredFor(type)).toList();
    }

    /** The verb of that name, or a refusal that there is none. */
    public Verb<?, ?> require(ObjectType type, String name) {
        return of(type).stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(RecordsError.UNKNOWN_VERB, type.name(), name));
    }

    /** What was given as the verb's input; refused where it does not fit, or leaves out what must be said. */
    public <I> I input(Verb<I, ?> verb, Map<String, @Nullable Object> given) {
        Problems missing = new Problems();
        for (RecordComponent component : verb.input().getRecordComponents()) {
            Asked asked = component.getAnnotation(Asked.class);
            String name = InputForms.name(component);
            if (asked != null && asked.stated() && !given.containsKey(name)) {
                missing.add(name, RecordsError.REQUIRED);
            }
            if (asked != null
                    && asked.choices().length > 0
                    && given.get(name) instanceof String word
                    && !List.of(asked.choices()).contains(word)) {
                missing.add(name, KernelError.NOT_ONE_OF, name, word, String.join(", ", asked.choices()));
            }
        }
        given.forEach((name, value) -> {
            if (value instanceof Collection<?> several && several.contains(null)) {
                missing.add(name, KernelError.WRONG_TYPE, name);
            }
        });
        missing.refuseIfAny();
        return JsonBody.fit(json, given, verb.input());
    }

    /** Does the verb with a record, unless who acts may not try it; every way of doing verbs comes here. */
    public <I, O> @Nullable O run(Verb<I, O> verb, Row record, I input) {
        requireMay(verb, record.type(), input);
        return verb.run(record, input);
    }

    /** Refuses unless who acts may try the verb with some records of the object, and give what the input gives. */
    public <I> void requireMay(Verb<I, ?> verb, ObjectType type, I input) {
        requirePermitted(verb, type);
        inputs.requireFit(input, type);
    }

    /** Refuses unless who acts may try the verb with some records of the object. */
    public void requirePermitted(Verb<?, ?> verb, ObjectType type) {
        if (!verb.permitted(gate.rights(Acting.who(), type))) {
            throw verb.notPermitted();
        }
    }
}
