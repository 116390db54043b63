package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What records are called, as far as the acting identity may read them and their names. */
@Component
@NamedInterface("sight")
public class Labels {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Gate gate;
    private final Metadata metadata;
    private final ValueContexts contexts;
    private final BinReader bin;
    private final RecordIds ids;
    private final Clock clock;

    Labels(
            Jdbc jdbc,
            TenantTransactions transactions,
            Gate gate,
            Metadata metadata,
            ValueContexts contexts,
            BinReader bin,
            RecordIds ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.gate = gate;
        this.metadata = metadata;
        this.contexts = contexts;
        this.bin = bin;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a record is called.
     *
     * @param label empty when its name is, or is hidden, or nothing is left of the record
     * @param deleted whether it no longer stands
     */
    public record Called(String label, boolean deleted) {}

    /** What is shown of the names of the object's records. */
    public NameSight names(ObjectType type) {
        return NameSight.of(type, gate.rights(Acting.who(), type));
    }

    /** What is shown of the name of a record that may be read. */
    public String of(Row row) {
        return names(row.type()).shown(row.label());
    }

    /** The labels by id, in one statement; records that may not be read, or are gone, have none. */
    public Map<RecordId, String> of(ObjectType type, Collection<RecordId> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : transactions.read(() -> read(type, Tables.of(type).as(Aliases.ROOT), readable(type), wanted));
    }

    /**
     * The same, and what deleted records were called: of those in the bin whatever rights allow on the row as it was, of those
     * that are gone for good only that they are, and only to who reads every record.
     */
    public Map<RecordId, Called> ever(ObjectType type, Collection<RecordId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return transactions.read(() -> {
            Condition readable = readable(type);
            Map<RecordId, Called> called = new HashMap<>();
            of(type, wanted).forEach((id, label) -> called.put(id, new Called(label, false)));
            Set<RecordId> gone = new HashSet<>(wanted);
            gone.removeAll(called.keySet());
            if (!gone.isEmpty()) {
                gone.removeAll(ids.existing(type, gone));
                deleted(type, readable, gone).forEach((id, label) -> called.put(id, new Called(label, true)));
            }
            return called;
        });
    }

    private Map<RecordId, String> deleted(ObjectType type, Condition readable, Set<RecordId> gone) {
        Map<RecordId, String> labels = new HashMap<>();
        if (readable.isAlways()) {
            gone.forEach(id -> labels.put(id, ""));
        }
        bin.rows(type, gone).ifPresent(rows -> labels.putAll(read(type, rows, readable, gone)));
        return labels;
    }

    private Condition readable(ObjectType type) {
        return new Binder(Acting.who(), metadata.current(), gate, contexts.current(), clock).readable(type);
    }

    private Map<RecordId, String> read(
            ObjectType type, Table<? extends Record> rows, Condition readable, Collection<RecordId> wanted) {
        NameSight names = names(type);
        org.jooq.Condition seen = new ConditionSql(new Aliases()).compile(readable, Aliases.ROOT);
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT), names.column(Aliases.ROOT))
                        .from(rows)
                        .where(Tables.id(Aliases.ROOT)
                                .in(wanted.stream().map(RecordId::value).toList()))
                        .and(seen),
                result -> {
                    Map<RecordId, String> labels = new HashMap<>();
                    while (result.next()) {
                        labels.put(new RecordId(result.getObject(1, UUID.class)), names.shown(result.getString(2)));
                    }
                    return labels;
                });
    }
}
