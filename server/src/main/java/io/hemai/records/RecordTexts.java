package io.hemai.records;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import io.hemai.records.store.RowReader;
import io.hemai.records.store.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What fields of records say to who acts, in the own language and time: links by name, masked values masked, hidden ones not at all. */
@Component
public class RecordTexts {
    private final RowReader rows;
    private final Gate gate;
    private final ValueContexts contexts;

    RecordTexts(RowReader rows, Gate gate, ValueContexts contexts) {
        this.rows = rows;
        this.gate = gate;
        this.contexts = contexts;
    }

    /** The texts of those of the records that may be read, by the names of those of the fields that are known. */
    public Map<RecordId, Map<String, String>> of(ObjectType type, Collection<RecordId> ids, Collection<String> fields) {
        Rights rights = gate.rights(Acting.who(), type);
        List<String> known = new ArrayList<>(List.of(CommonFields.ID.name()));
        fields.stream()
                .filter(name -> !name.equals(CommonFields.ID.name()))
                .filter(name -> type.field(name).filter(rights::knows).isPresent())
                .distinct()
                .forEach(known::add);
        Map<RecordId, Map<String, String>> texts = new HashMap<>();
        List<RecordId> wanted = ids.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = wanted.subList(from, Math.min(from + Limits.IN_VALUES, wanted.size()));
            Query query = Query.of(type.name())
                    .where(CommonFields.ID.in(some))
                    .fields(known)
                    .limit(some.size());
            rows.shown(query, null, values -> put(texts, known, values));
        }
        return texts;
    }

    private void put(Map<RecordId, Map<String, String>> texts, List<String> names, List<Shown> values) {
        RecordId id = (RecordId) Objects.requireNonNull(values.getFirst().value());
        ValueContext reader = contexts.current();
        Map<String, String> said = new HashMap<>(Map.of(CommonFields.ID.name(), id.toString()));
        for (int i = 1; i < names.size(); i++) {
            said.put(names.get(i), text(values.get(i), reader));
        }
        texts.put(id, said);
    }

    @SuppressWarnings("unchecked") // a value is shown with its own field
    private static String text(Shown shown, ValueContext reader) {
        Object value = shown.value();
        return value == null
                ? Objects.requireNonNullElse(shown.text(), "")
                : ((Field<Object>) shown.field()).type().text(value, reader);
    }
}
