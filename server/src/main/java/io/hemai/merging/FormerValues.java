package io.hemai.merging;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.AsTold;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Span;
import io.hemai.records.ValueContexts;
import io.hemai.records.WriteOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the values back that the record which is left had before a merge: those that still stand as the merge left them, and that
 * who acts may write.
 */
@Component
class FormerValues {
    private final Records records;
    private final Gate gate;
    private final PeopleSource people;
    private final ValueContexts contexts;
    private final JsonMapper json;

    FormerValues(Records records, Gate gate, PeopleSource people, ValueContexts contexts, JsonMapper json) {
        this.people = people;
        this.records = records;
        this.gate = gate;
        this.contexts = contexts;
        this.json = json;
    }

    /** Says what was left as it is. */
    List<Move> putBack(Row standing, Map<String, Span> spans, String why) {
        ObjectType type = standing.type();
        Rights rights = gate.rights(Acting.who(), type);
        AsTold told = new AsTold(json, contexts.current());
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        List<Move> left = new ArrayList<>();
        spans.forEach((name, span) -> {
            Field<?> field = type.field(name).orElse(null);
            if (field == null) {
                left.add(kept(standing, name));
            } else if (!field.has(Trait.READ_ONLY)) { // what rules keep follows the fields that it is made of
                boolean stands = told.stands(standing, field, span.after());
                boolean mayWrite = rights.on(field) == FieldRight.WRITE;
                if (stands && !mayWrite && field.has(Trait.UNIQUE)) {
                    // the one that comes back needs what only one may have
                    throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
                }
                if (stands && mayWrite && !ownerLeft(field, told.value(field, span.before()))) {
                    back.put(name, told.plain(span.before()));
                } else {
                    left.add(kept(standing, name));
                }
            }
        });
        refused(type, standing.id(), back, why).forEach(name -> left.add(kept(standing, name)));
        return left;
    }

    static Move kept(Row standing, String field) {
        return new Move(MoveKind.FILLED, new About(standing.type().name(), standing.id()), field, null);
    }

    /** Writes what can be written; the fields that rules of today, or what they led to being gone, keep as they are. */
    private Set<String> refused(ObjectType type, RecordId id, Map<String, @Nullable Object> back, String why) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(back);
        while (!rest.isEmpty()) {
            Change change = Change.update(type, id, null, rest, true);
            change.because(why);
            records.writeRowByRow(type, List.of(change), WriteOptions.USUAL.allowingDuplicates());
            if (!change.isRefused()) {
                break;
            }
            Set<String> faulty = change.problems().stream()
                    .map(Problem::field)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (!rest.keySet().removeAll(faulty)) {
                rest.clear();
            }
        }
        Set<String> refused = new java.util.LinkedHashSet<>(back.keySet());
        refused.removeAll(rest.keySet());
        return refused;
    }

    private boolean ownerLeft(Field<?> field, @Nullable Object before) {
        return field.name().equals(CommonFields.OWNER.name())
                && before instanceof RecordId person
                && people.hasLeft(person);
    }
}
