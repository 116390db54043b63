package io.hemai.workspace;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Saved lists that others share and that name fields which who acts does not know of. As records they are not there for that person;
 * here they are shown without these names. A list that compares what is withheld is not among them, nor one that leads over it; and
 * whoever may not read a field of lists at all is shown none of them.
 */
@Component
final class ViewsInPart {
    private static final SystemIdentity READER = new SystemIdentity("workspace", "views without what is withheld");

    private final ViewObject view;
    private final Records records;
    private final Gate gate;

    ViewsInPart(ViewObject view, Records records, Gate gate) {
        this.view = view;
        this.records = records;
        this.gate = gate;
    }

    /** Those of the object, in their order; none for who may not read it. */
    List<Map<String, @Nullable Object>> of(String object) {
        ObjectType type = records.type(view);
        Rights rights = gate.rights(Acting.who(), type);
        Filter despite = gate.readableDespiteNames(Acting.who(), type);
        if (despite.equals(rights.read()) || !view.told().stream().allMatch(rights::sees)) {
            return List.of();
        }
        Query about = Query.of(view)
                .sort(Sort.parse("position"), Sort.parse("created_at"))
                .limit(Limits.PAGE);
        Filter ofObject = view.object.is(object);
        Set<RecordId> whole =
                records.list(about.where(ofObject)).stream().map(Row::id).collect(Collectors.toSet());
        List<Row> all = Acting.call(READER, () -> records.list(about.where(ofObject.and(despite))));
        return all.stream()
                .filter(row -> !whole.contains(row.id()))
                .map(row -> shown(row, new NamesKnown(records, object)))
                .toList();
    }

    private Map<String, @Nullable Object> shown(Row row, NamesKnown known) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", row.id().toString());
        plain.put("version", row.version());
        plain.put(view.name.name(), row.value(view.name));
        plain.put(view.kind.name(), row.value(view.kind));
        plain.put(view.filter.name(), row.value(view.filter));
        plain.put(view.columns.name(), known.of(row.value(view.columns)));
        plain.put(view.sort.name(), row.value(view.sort));
        plain.put(view.settings.name(), settings(row.value(view.settings), known));
        plain.put(view.audience.name(), row.value(view.audience));
        plain.put(view.isDefault.name(), row.value(view.isDefault));
        plain.put(view.position.name(), row.value(view.position));
        plain.put("withheld", known.leftOut());
        return plain;
    }

    /** What names fields, without those that are withheld; and of the rest what says nothing of them. */
    private static @Nullable Map<String, Object> settings(@Nullable Object kept, NamesKnown known) {
        if (!(kept instanceof Map<?, ?> settings)) {
            return null;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : ViewObject.NAMING_SETTINGS) {
            Object left = known.of(settings.get(name));
            if (left != null) {
                plain.put(name, left);
            }
        }
        if (settings.get(ViewObject.DENSITY) instanceof String density) {
            plain.put(ViewObject.DENSITY, density);
        }
        return plain;
    }
}
