package io.hemai.records.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What records are called, as far as the acting identity may read them. */
@Component
public class Labels {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Gate gate;
    private final Metadata metadata;
    private final ValueContexts contexts;
    private final Clock clock;

    Labels(
            Jdbc jdbc,
            TenantTransactions transactions,
            Gate gate,
            Metadata metadata,
            ValueContexts contexts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.gate = gate;
        this.metadata = metadata;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** The labels by id, in one statement; records that may not be read, or are gone, have none. */
    public Map<RecordId, String> of(ObjectType type, Collection<RecordId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Binder binder = new Binder(Acting.who(), metadata.current(), gate, contexts.current(), clock);
        org.jooq.Condition readable = new ConditionSql(new Aliases()).compile(binder.readable(type), Aliases.ROOT);
        return transactions.read(() -> jdbc.read(
                DSL.select(
                                Tables.id(Aliases.ROOT),
                                coalesce(
                                        Tables.first(Aliases.ROOT, type.nameField())
                                                .cast(SQLDataType.VARCHAR),
                                        inline("")))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT)
                                .in(ids.stream().map(RecordId::value).toList()))
                        .and(readable),
                result -> {
                    Map<RecordId, String> labels = new HashMap<>();
                    while (result.next()) {
                        labels.put(new RecordId(result.getObject(1, UUID.class)), result.getString(2));
                    }
                    return labels;
                }));
    }
}
