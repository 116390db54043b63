package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.store.DuplicateKeys.Holder;
import io.hemai.records.store.RowReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which records the caller may be told to be alike: who does not see the field that is alike would be told what stands in it. */
@Component
class TellableHolders {
    private static final SystemIdentity COMPARING = new SystemIdentity("duplicates", "looks at what is alike");

    private final DuplicateRules rules;
    private final Metadata metadata;
    private final Gate gate;
    private final RowReader reader;

    TellableHolders(DuplicateRules rules, Metadata metadata, Gate gate, RowReader reader) {
        this.rules = rules;
        this.metadata = metadata;
        this.gate = gate;
        this.reader = reader;
    }

    /** A record and the key by which it is alike. */
    private record Told(String key, RecordId record) {}

    /** Those not to be told of, of the holders by key. */
    Untold untold(Map<String, List<Holder>> holders) {
        Map<String, Set<RecordId>> byObject = new TreeMap<>();
        holders.values()
                .forEach(some -> some.forEach(holder -> byObject.computeIfAbsent(holder.object(), o -> new TreeSet<>())
                        .add(holder.record())));
        Set<String> limited = new HashSet<>();
        Set<Told> told = new HashSet<>();
        byObject.forEach((object, ids) -> {
            ObjectType type = metadata.current().require(object);
            Rights rights = gate.rights(Acting.who(), type);
            if (!type.fields().stream().allMatch(rights::sees)) {
                limited.add(object);
                tell(type, rights, List.copyOf(ids), told);
            }
        });
        return (key, holder) -> limited.contains(holder.object()) && !told.contains(new Told(key, holder.record()));
    }

    /** Whether the caller must not learn that the record has the key. */
    interface Untold {
        boolean test(String key, Holder holder);
    }

    private void tell(ObjectType type, Rights rights, List<RecordId> ids, Set<Told> told) {
        for (int from = 0; from < ids.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = ids.subList(from, Math.min(from + Limits.IN_VALUES, ids.size()));
            Query query = Query.of(type.name()).where(CommonFields.ID.in(some)).limit(some.size());
            for (Row row : Acting.call(COMPARING, () -> reader.rows(query))) {
                rules.of(row).forEach((key, origin) -> {
                    if (rights.sees(origin.field())) {
                        told.add(new Told(key, row.id()));
                    }
                });
            }
        }
    }
}
