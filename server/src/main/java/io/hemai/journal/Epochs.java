package io.hemai.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.database.Transactions;
import io.hemai.tenancy.CurrentTenant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The epochs of the tenant's journal: a restore begins a new one. Transaction numbers compare within one epoch only, because a
 * restored database may count from anywhere; entry ids go on, so each epoch begins with an id.
 */
@Component
class Epochs {
    static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    static final Field<UUID> EPOCH = field(name("epoch"), SQLDataType.UUID);
    static final Field<Long> FIRST_ID = field(name("first_id"), SQLDataType.BIGINT);

    private final DSLContext sql;
    private final Transactions transactions;

    Epochs(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    static Table<Record> table() {
        return DSL.table(name(CurrentTenant.get().schema(), "journal_epoch"));
    }

    /** Notes the cluster's epoch if it is new here; runs before the tenant's first write in it. */
    void begin() {
        UUID now = Objects.requireNonNull(
                sql.select(EPOCH).from(DSL.table(name("platform", "cluster"))).fetchOne(EPOCH));
        transactions.write(() -> {
            if (sql.fetchExists(DSL.selectOne().from(table()).where(EPOCH.eq(now)))) {
                return;
            }
            sql.insertInto(table(), PLACE, EPOCH, FIRST_ID)
                    .select(DSL.select(
                            DSL.coalesce(
                                    DSL.field(DSL.select(DSL.max(PLACE).plus(1)).from(table())), DSL.inline(1)),
                            DSL.val(now),
                            DSL.coalesce(
                                    DSL.field(DSL.select(
                                                    DSL.max(JournalColumns.ID).plus(1))
                                            .from(JournalColumns.table())),
                                    DSL.inline(1L))))
                    .onConflictDoNothing()
                    .execute();
        });
    }
}
