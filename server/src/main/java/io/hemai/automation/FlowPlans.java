package io.hemai.automation;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.query.FilterJson;
import io.hemai.records.verb.Verb;
import io.hemai.records.verb.Verbs;
import io.hemai.web.JsonBody;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the definitions of flows:
 *
 * <pre>{@code
 * {"trigger": {"kind": "changed", "input": {"fields": ["stage"]}},
 *  "when": {"field": "amount", "op": "gt", "value": "10000"},
 *  "steps": [
 *    {"do": "task", "input": {"subject": "…"}},
 *    {"do": "branch", "ways": [{"name": "big", "when": {…}, "steps": […]}]},
 *    {"id": "calm", "do": "wait", "input": {"days": 3}}]}
 * }</pre>
 *
 * Steps without an id are called by their place. All that is wrong is told at once, each thing beside its place.
 */
@Component
public class FlowPlans {
    private static final Set<ObjectTrait> NOT_FOR_FLOWS = Set.of(
            ObjectTrait.READ_ONLY,
            ObjectTrait.PERSONAL,
            ObjectTrait.SHAPE,
            ObjectTrait.UNRECORDED,
            ObjectTrait.INTERNAL);
    /** What the engine asks besides, which has to have room beside what an author asks. */
    private static final Filter BESIDES = new Filter.Or(List.of(
            CommonFields.ID.in(Stream.generate(RecordId::next).limit(500).toList()),
            new Filter.And(Collections.nCopies(5, CommonFields.ID.isNotEmpty()))));

    private final Map<String, Trigger<?>> triggers = new LinkedHashMap<>();
    private final Map<String, Action<?>> actions = new LinkedHashMap<>();
    private final Records records;
    private final Verbs verbs;
    private final Gate gate;
    private final Metadata metadata;
    private final JsonMapper json;

    FlowPlans(
            List<Trigger<?>> triggers,
            List<Action<?>> actions,
            Records records,
            Verbs verbs,
            Gate gate,
            Metadata metadata,
            JsonMapper json) {
        triggers.forEach(trigger -> this.triggers.put(trigger.name(), trigger));
        actions.forEach(action -> this.actions.put(action.name(), action));
        this.records = records;
        this.verbs = verbs;
        this.gate = gate;
        this.metadata = metadata;
        this.json = json;
    }

    /** The flow that the definition describes; a refusal with all that is wrong with it. */
    public FlowPlan read(ObjectType type, @Nullable Object definition) {
        return new FlowReading(this, type).read(definition);
    }

    /** The filter that the JSON says, once it is sure that who draws may ask it of all records. */
    public Filter asked(ObjectType type, @Nullable Object filter) {
        return new FlowReading(this, type).asked(FilterJson.read(filter));
    }

    /** The fields that the filter needs. */
    public Set<FlowPlan.Used> used(ObjectType type, Filter filter) {
        FieldsUsed used = new FieldsUsed(metadata());
        used.asked(type, filter);
        return used.all();
    }

    Map<String, Trigger<?>> triggers() {
        return triggers;
    }

    Map<String, Action<?>> actions() {
        return actions;
    }

    ObjectTypes metadata() {
        return metadata.current();
    }

    Rights rights(ObjectType type) {
        return gate.rights(Acting.who(), type);
    }

    void requireAskable(ObjectType type, Filter filter) {
        records.requireAskable(Query.of(type.name()).where(new Filter.And(List.of(filter, BESIDES))));
    }

    /** A flow reads and changes any record of its object, so whoever draws it may do that oneself. */
    boolean mayDraw(ObjectType type) {
        return forFlows(type)
                && rights(type).read().equals(Filter.all())
                && rights(type).update().equals(Filter.all());
    }

    /** Whether flows work with records of the object: neither with what shapes Hemai nor with what people keep for themselves. */
    static boolean forFlows(ObjectType type) {
        return NOT_FOR_FLOWS.stream().noneMatch(type::is);
    }

    /** Refuses unless who acts may draw flows of the object. */
    public void requireMayDraw(ObjectType type) {
        if (!mayDraw(type)) {
            throw Refusal.of(
                    AutomationError.BEYOND_RIGHTS, type.label().in(Acting.who().locale()));
        }
    }

    void requireFit(Change change) {
        records.requireFit(change);
    }

    /** Refuses verbs that the author may not try, those that do more than change the record, and inputs that do not fit. */
    void requireVerb(ObjectType type, String name, Map<String, @Nullable Object> input) {
        Verb<?, ?> verb = verbs.require(type, name);
        if (!verb.inBulk()) {
            throw Refusal.of(AutomationError.NOT_FOR_FLOWS, name);
        }
        requireVerb(type, verb, input);
    }

    private <I> void requireVerb(ObjectType type, Verb<I, ?> verb, Map<String, @Nullable Object> input) {
        verbs.requireMay(verb, type, verbs.input(verb, input));
    }

    <I> I input(@Nullable Object given, Class<I> into) {
        return JsonBody.fit(json, given == null ? Map.of() : given, into);
    }
}
