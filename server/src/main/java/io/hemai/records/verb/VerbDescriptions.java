package io.hemai.records.verb;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.metadata.MetaSupplement;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The verbs of an object in its description: what they are called, what they ask for, whether the caller may try. */
@Component
class VerbDescriptions implements MetaSupplement {
    private final Verbs verbs;
    private final InputForms inputs;
    private final Gate gate;
    private final Wording wording;

    VerbDescriptions(Verbs verbs, InputForms inputs, Gate gate, Wording wording) {
        this.verbs = verbs;
        this.inputs = inputs;
        this.gate = gate;
        this.wording = wording;
    }

    @Override
    public String member() {
        return "verbs";
    }

    @Override
    public List<Map<String, Object>> of(ObjectType type) {
        Rights rights = gate.rights(Acting.who(), type);
        return verbs.of(type).stream()
                .sorted(Comparator.comparing(Verb::name))
                .map(verb -> describe(verb, type, rights))
                .toList();
    }

    private Map<String, Object> describe(Verb<?, ?> verb, ObjectType type, Rights rights) {
        String key = verb.key();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", verb.name());
        plain.put("label", wording.label(key).sorted());
        plain.put("can", verb.permitted(rights));
        plain.put("in_bulk", verb.inBulk());
        plain.put("inputs", inputs.of(verb.input(), type, key));
        return plain;
    }
}
