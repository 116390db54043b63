package io.hemai.workspace;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.MetaSupplement;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The saved lists of an object that who asks sees, whole fields and all; what they hold is read with their record. */
@Component
final class ViewsOfObject implements MetaSupplement {
    private static final int MOST = 200;

    private final ViewObject view;
    private final Records records;
    private final Gate gate;

    ViewsOfObject(ViewObject view, Records records, Gate gate) {
        this.view = view;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String member() {
        return "views";
    }

    @Override
    public List<Map<String, Object>> of(ObjectType type) {
        Rights rights = gate.rights(Acting.who(), records.type(view));
        if (rights.read().equals(Filter.none()) || !view.told().stream().allMatch(rights::sees)) {
            return List.of();
        }
        return records
                .list(Query.of(view)
                        .where(view.object.is(type.name()))
                        .sort(Sort.by(view.position), Sort.by(CommonFields.CREATED_AT))
                        .limit(MOST))
                .stream()
                .map(this::brief)
                .toList();
    }

    private Map<String, Object> brief(Row row) {
        List<String> audience = row.value(view.audience);
        boolean own = Acting.user()
                .map(UserIdentity::user)
                .filter(person -> person.equals(row.value(CommonFields.OWNER)))
                .isPresent();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", row.id().toString());
        plain.put("name", row.require(view.name));
        plain.put("kind", row.require(view.kind));
        plain.put("default", Boolean.TRUE.equals(row.value(view.isDefault)));
        plain.put("own", own && (audience == null || audience.isEmpty()));
        return plain;
    }
}
