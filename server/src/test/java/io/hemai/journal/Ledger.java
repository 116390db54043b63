package io.hemai.journal;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A reader whose effect is a row in a table of the tenant for each entry, and that fails when told to. */
final class Ledger implements JournalReader {
    private static final Field<Long> ENTRY = DSL.field(DSL.name("entry"), SQLDataType.BIGINT);
    /** Where the row stands: rows of this table are only added. */
    private static final Field<Long> PLACE = DSL.field(DSL.name("ctid"), Long.class);

    private final String name;
    private final DSLContext sql;
    private @Nullable Tenant tenant;
    private volatile Predicate<Entry> fails = entry -> false;

    Ledger(String name, DSLContext sql) {
        this.name = name;
        this.sql = sql;
    }

    private Table<Record> table() {
        return DSL.table(DSL.name(CurrentTenant.get().schema(), name));
    }

    /** Makes the table; repeated entries are kept, so that a test sees them. */
    Ledger opened() {
        tenant = CurrentTenant.get();
        sql.createTable(table()).column(ENTRY).execute();
        return this;
    }

    Ledger failing(Predicate<Entry> on) {
        fails = on;
        return this;
    }

    /** A sweep also wakes it for tenants of other tests. */
    @Override
    public Predicate<Entry> wanted() {
        return entry -> tenant != null && CurrentTenant.get().id().equals(tenant.id());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public boolean derives() {
        return true;
    }

    @Override
    public void handle(List<Entry> entries) {
        for (Entry entry : entries) {
            sql.insertInto(table(), ENTRY).values(entry.id()).execute();
            if (fails.test(entry)) {
                throw new IllegalStateException("entry " + entry.id());
            }
        }
    }

    /** The ids of the entries whose effect is there, in the order of the effects. */
    List<Long> taken() {
        return new ArrayList<>(sql.select(ENTRY).from(table()).orderBy(PLACE).fetch(ENTRY));
    }
}
