package io.hemai.journal;

import static org.jooq.impl.DSL.name;

import io.hemai.database.RawDdl;
import io.hemai.database.Transactions;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the tenant's journal, partitioned by month, and what its readers keep. */
@Component
@Order(10)
class JournalTables implements TenantSetup {
    private static final String EPOCHS = "journal_epoch";

    private final RawDdl raw;
    private final DSLContext sql;
    private final JournalMonths months;
    private final Epochs epochs;
    private final Transactions transactions;

    JournalTables(RawDdl raw, DSLContext sql, JournalMonths months, Epochs epochs, Transactions transactions) {
        this.raw = raw;
        this.sql = sql;
        this.months = months;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    @Override
    public void prepare(Tenant tenant) {
        Name schema = name(tenant.schema());
        if (!isComplete(tenant)) {
            transactions.write(() -> create(schema));
        }
        months.prepare(tenant);
        epochs.begin();
    }

    private void create(Name schema) {
        raw.createJournal(schema);
        createPositions(schema);
        createDead(schema);
        createEpochs(schema);
    }

    /** Looks for what is made last. */
    private boolean isComplete(Tenant tenant) {
        return sql.fetchExists(DSL.selectOne()
                .from(DSL.table(name("pg_catalog", "pg_tables")))
                .where(DSL.field(name("schemaname"), SQLDataType.VARCHAR).eq(tenant.schema()))
                .and(DSL.field(name("tablename"), SQLDataType.VARCHAR).eq(EPOCHS)));
    }

    private void createPositions(Name schema) {
        sql.createTableIfNotExists(schema.append("journal_position"))
                .column("reader", SQLDataType.CLOB.notNull())
                .column("epoch", SQLDataType.UUID.notNull())
                .column("transaction", JournalColumns.XID.notNull())
                .column("id", SQLDataType.BIGINT.notNull())
                .column("batch", SQLDataType.INTEGER.notNull())
                .column("tries", SQLDataType.INTEGER.notNull())
                .column("retry_at", SQLDataType.TIMESTAMPWITHTIMEZONE)
                .column("failure", SQLDataType.CLOB)
                .constraints(DSL.primaryKey("reader"))
                .execute();
    }

    private void createDead(Name schema) {
        sql.createTableIfNotExists(schema.append("journal_dead"))
                .column("reader", SQLDataType.CLOB.notNull())
                .column("entry", SQLDataType.BIGINT.notNull())
                .column("failed_at", SQLDataType.TIMESTAMPWITHTIMEZONE.notNull())
                .column("failure", SQLDataType.CLOB.notNull())
                .constraints(DSL.primaryKey("reader", "entry"))
                .execute();
    }

    private void createEpochs(Name schema) {
        sql.createTableIfNotExists(schema.append(EPOCHS))
                .column("place", SQLDataType.INTEGER.notNull())
                .column("epoch", SQLDataType.UUID.notNull())
                .column("first_id", SQLDataType.BIGINT.notNull())
                .constraints(DSL.primaryKey("place"), DSL.unique("epoch"))
                .execute();
    }
}
