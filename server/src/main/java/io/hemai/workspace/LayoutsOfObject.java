package io.hemai.workspace;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.access.Role;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.MetaSupplement;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How pages and forms of an object are laid out for who asks: of each kind the one that is meant for one's roles, else for everybody. */
@Component
final class LayoutsOfObject implements MetaSupplement {
    /** Layouts name fields that are hidden from some; what is told is for the reader. */
    private static final SystemIdentity READING = new SystemIdentity("workspace", "lays out pages and forms");

    private static final int MOST = 200;

    private final LayoutObject layout;
    private final Records records;
    private final Metadata metadata;
    private final Gate gate;

    LayoutsOfObject(LayoutObject layout, Records records, Metadata metadata, Gate gate) {
        this.layout = layout;
        this.records = records;
        this.metadata = metadata;
        this.gate = gate;
    }

    @Override
    public String member() {
        return "layouts";
    }

    @Override
    public Map<String, Object> of(ObjectType type) {
        Set<String> roles = Set.copyOf(Acting.user().map(gate::roles).orElse(List.of()));
        List<Row> kept = Acting.call(
                READING,
                () -> records.list(Query.of(layout)
                        .where(layout.object.is(type.name()))
                        .where(layout.kind.in(List.of(LayoutObject.PAGE, LayoutObject.FORM)))
                        .sort(Sort.by(layout.position), Sort.by(CommonFields.CREATED_AT))
                        .limit(MOST)));
        Map<String, Object> layouts = new LinkedHashMap<>();
        for (String kind : List.of(LayoutObject.PAGE, LayoutObject.FORM)) {
            meant(
                            kept.stream()
                                    .filter(row -> kind.equals(row.value(layout.kind)))
                                    .toList(),
                            roles)
                    .ifPresent(row -> layouts.put(kind, told(row, type)));
        }
        return layouts;
    }

    /** Of several that are meant for the roles, or for everybody, the first. */
    private Optional<Row> meant(List<Row> kept, Set<String> roles) {
        return kept.stream()
                .filter(row -> audience(row).stream().anyMatch(roles::contains))
                .findFirst()
                .or(() -> kept.stream()
                        .filter(row -> audience(row).isEmpty() || audience(row).contains(Role.EVERYONE))
                        .findFirst());
    }

    private List<String> audience(Row row) {
        List<String> audience = row.value(layout.audience);
        return audience == null ? List.of() : audience;
    }

    private Map<String, Object> told(Row row, ObjectType type) {
        ObjectTypes all = metadata.current();
        Rights rights = gate.rights(Acting.who(), type);
        return LayoutForm.read(
                row.value(layout.definition),
                name -> type.field(name).filter(rights::knows).isPresent(),
                name -> all.find(name).filter(this::isRead).isPresent());
    }

    private boolean isRead(ObjectType type) {
        return !gate.rights(Acting.who(), type).read().equals(Filter.none());
    }
}
