package io.hemai.processes;

import io.hemai.access.PeopleSource;
import io.hemai.access.Roles;
import io.hemai.automation.FlowPlans;
import io.hemai.kernel.Label;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.web.JsonBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the definitions of processes. */
@Component
class ProcessPlans {
    private final FlowPlans flows;
    private final ProcessFlows drawing;
    private final Roles roles;
    private final PeopleSource people;
    private final ObjectProvider<WayValues> values;
    private final JsonMapper json;

    ProcessPlans(
            FlowPlans flows,
            ProcessFlows drawing,
            Roles roles,
            PeopleSource people,
            ObjectProvider<WayValues> values,
            JsonMapper json) {
        this.flows = flows;
        this.drawing = drawing;
        this.roles = roles;
        this.people = people;
        this.values = values;
        this.json = json;
    }

    FlowPlans flows() {
        return flows;
    }

    ProcessFlows drawing() {
        return drawing;
    }

    Roles roles() {
        return roles;
    }

    PeopleSource people() {
        return people;
    }

    /** What people call the values of the way, by code. */
    Map<String, Label> values(ObjectType type, Field<?> field) {
        Map<String, Label> all = new LinkedHashMap<>();
        values.stream()
                .filter(more ->
                        more.object().equals(type.name()) && more.field().equals(field.name()))
                .forEach(more -> all.putAll(more.all()));
        if (field.type() instanceof ListsChoices listed) {
            listed.choices().all().forEach(choice -> all.put(choice.code(), choice.label()));
        }
        return all;
    }

    /** The process as somebody draws it, who must be able to do oneself what it does; a refusal with all that is wrong with it. */
    ProcessPlan drawn(RecordId id, String name, ObjectType type, String field, Object definition) {
        flows.requireMayDraw(type);
        return read(id, name, type, field, definition, true);
    }

    /** The process as it holds. */
    ProcessPlan live(RecordId id, String name, ObjectType type, String field, Object definition) {
        return read(id, name, type, field, definition, false);
    }

    private ProcessPlan read(
            RecordId id, String name, ObjectType type, String field, Object definition, boolean drawing) {
        Field<?> way = field(type, field).orElseThrow(() -> Refusal.ofField("field", ProcessError.UNFIT_FIELD, field));
        Drawn drawn = JsonBody.fit(json, definition, Drawn.class);
        return new ProcessReading(this, new ProcessFlows.Of(id, name, type, way, drawn.when()), drawing).read(drawn);
    }

    /** The field, where records can be led through its values. */
    private static Optional<Field<?>> field(ObjectType type, String name) {
        return type.field(name).filter(ProcessReading::isFit);
    }
}
