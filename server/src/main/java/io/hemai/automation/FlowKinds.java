package io.hemai.automation;

import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.records.verb.InputForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Of what flows can be made: the kinds of triggers and steps, each with the form that asks for it. */
@Component
public class FlowKinds {
    private final FlowPlans plans;
    private final InputForms forms;
    private final Wording wording;

    FlowKinds(FlowPlans plans, InputForms forms, Wording wording) {
        this.plans = plans;
        this.forms = forms;
        this.wording = wording;
    }

    /** The kinds for flows about the object, as plain JSON. */
    public Map<String, Object> of(ObjectType type) {
        List<Map<String, Object>> triggers = plans.triggers().values().stream()
                .filter(trigger -> trigger.offeredFor(type))
                .map(trigger -> kind(trigger.name(), "flow.trigger", trigger.input(), type))
                .toList();
        List<Map<String, Object>> steps = plans.actions().values().stream()
                .map(action -> {
                    Map<String, Object> step = kind(action.name(), "flow.step", action.input(), type);
                    step.put("branches", action.branches());
                    step.put("asks", action.asks());
                    step.put("loops", action.loops());
                    return step;
                })
                .toList();
        return Map.of("triggers", triggers, "steps", steps);
    }

    private Map<String, Object> kind(String name, String under, Class<?> input, ObjectType type) {
        String key = under + "." + name;
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("name", name);
        kind.put("label", wording.label(key).sorted());
        kind.put("help", wording.label(key + ".help").sorted());
        kind.put("inputs", forms.of(input, type, key));
        return kind;
    }
}
