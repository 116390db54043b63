package io.hemai.leads;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.store.Labels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of the records that a conversion finds or makes, as far as the person may read them. */
@Component
class Told {
    private final Records records;
    private final Labels labels;
    private final Metadata metadata;
    private final Gate gate;

    Told(Records records, Labels labels, Metadata metadata, Gate gate) {
        this.records = records;
        this.labels = labels;
        this.metadata = metadata;
        this.gate = gate;
    }

    /** A record as every link is answered; no more than that there is one to who may not read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            @Nullable String id,
            @Nullable String label,
            @Nullable Boolean hidden) {
        static Link of(RecordId id, @Nullable String label) {
            return label == null ? new Link(null, null, true) : new Link(id.toString(), label, null);
        }
    }

    /**
     * The same with who looks after it.
     *
     * @param owner left out where there is none, or the person does not see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Match(
            @Nullable String id,
            @Nullable String label,
            @Nullable Link owner,
            @Nullable Boolean hidden) {
        static final Match HIDDEN = new Match(null, null, null, true);
    }

    @Nullable
    Link link(StandardObject object, @Nullable RecordId id) {
        return id == null
                ? null
                : Link.of(id, labels.of(records.type(object), List.of(id)).get(id));
    }

    /** One that is there. */
    Match match(StandardObject object, RecordId id) {
        List<Match> readable = matches(object, List.of(id));
        return readable.isEmpty() ? Match.HIDDEN : readable.getFirst();
    }

    /** Those that the person may read, in their order. */
    List<Match> matches(StandardObject object, List<RecordId> ids) {
        Map<RecordId, Row> rows = records.rows(object.name(), ids);
        Map<RecordId, Link> owners = owners(records.type(object), rows);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .map(row -> new Match(row.id().toString(), labels.of(row), owners.get(row.id()), null))
                .toList();
    }

    private Map<RecordId, Link> owners(ObjectType type, Map<RecordId, Row> rows) {
        if (!gate.rights(Acting.who(), type).sees(CommonFields.OWNER)) {
            return Map.of();
        }
        Set<RecordId> people = rows.values().stream()
                .map(row -> row.value(CommonFields.OWNER))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<RecordId, String> names = labels.of(metadata.current().require("user"), people);
        return rows.values().stream()
                .filter(row -> row.value(CommonFields.OWNER) != null)
                .collect(Collectors.toMap(Row::id, row -> {
                    RecordId owner = row.require(CommonFields.OWNER);
                    return Link.of(owner, names.get(owner));
                }));
    }
}
