package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which ids stand for records, whoever may see them. */
@Component
public class RecordIds {
    private final Jdbc jdbc;

    RecordIds(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that are records of the object. */
    public Set<RecordId> existing(ObjectType type, Collection<RecordId> ids) {
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT)
                                .in(ids.stream().map(RecordId::value).toList())),
                result -> {
                    Set<RecordId> found = new HashSet<>();
                    while (result.next()) {
                        found.add(new RecordId(result.getObject(1, UUID.class)));
                    }
                    return found;
                });
    }
}
