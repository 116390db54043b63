package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The keys by which likely duplicates are found, a row for each key of each record. */
@Component
@Order(14)
public class DuplicateKeys implements TenantSetup {
    private static final String TABLE = "dup_key";
    private static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.CLOB.nullable(false));
    private static final Field<String> OBJECT = DSL.field(DSL.name("object"), SQLDataType.CLOB.nullable(false));
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID.nullable(false));

    private final Jdbc jdbc;
    private final DSLContext sql;

    DuplicateKeys(Jdbc jdbc, DSLContext sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** A record that has a key. */
    public record Holder(String object, RecordId record) {}

    /** A key and the record that has it. */
    public record Held(String key, RecordId record) {}

    @Override
    public void prepare(Tenant tenant) {
        Name table = DSL.name(tenant.schema(), TABLE);
        sql.createTableIfNotExists(table)
                .columns(KEY, OBJECT, RECORD)
                .primaryKey(KEY, RECORD)
                .execute();
        sql.createIndexIfNotExists(DSL.name("dup_key_record"))
                .on(DSL.table(table), RECORD)
                .execute();
    }

    /** Who has the keys. */
    public Map<String, List<Holder>> holders(Collection<String> keys) {
        return jdbc.read(
                statement("holders", DuplicateKeys::select),
                Collections.singletonList(keys.toArray(String[]::new)),
                result -> {
                    Map<String, List<Holder>> holders = new HashMap<>();
                    while (result.next()) {
                        Holder holder = new Holder(result.getString(2), new RecordId(result.getObject(3, UUID.class)));
                        holders.computeIfAbsent(result.getString(1), k -> new ArrayList<>())
                                .add(holder);
                    }
                    return holders;
                });
    }

    private Jdbc.Fixed statement(String what, Supplier<Query> query) {
        return jdbc.fixed(List.of(TABLE, what, CurrentTenant.get().id()), query);
    }

    private static Query select() {
        return DSL.select(KEY, OBJECT, RECORD)
                .from(Tables.named(TABLE))
                .where(KEY.eq(DSL.any(DSL.val(new String[0], SQLDataType.CLOB.getArrayDataType()))));
    }

    /** Forgets the keys of the records. */
    public void forget(Collection<RecordId> records) {
        if (!records.isEmpty()) {
            jdbc.write(List.of(DSL.deleteFrom(Tables.named(TABLE))
                    .where(RECORD.in(records.stream().map(RecordId::value).toList()))));
        }
    }

    /** Notes keys of records of the object. */
    public void keep(ObjectType type, Collection<Held> held) {
        if (!held.isEmpty()) {
            jdbc.insert(
                    List.of(TABLE, "keep", CurrentTenant.get().id()),
                    Tables.named(TABLE),
                    List.of(KEY, OBJECT, RECORD),
                    held,
                    one -> List.of(one.key(), type.name(), one.record().value()));
        }
    }
}
