package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What reading the whole file of an import once has shown, so that nobody needs to read it for that again. */
@Component
public class ImportSurveys {
    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<JSONB> FINDINGS = field(name("findings"), SQLDataType.JSONB);

    private final DSLContext sql;
    private final TenantTransactions transactions;

    ImportSurveys(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    void prepare(String schema) {
        sql.createTableIfNotExists(DSL.table(name(schema, "import_survey")))
                .column("job", SQLDataType.UUID.notNull())
                .column("findings", SQLDataType.JSONB.notNull())
                .constraints(
                        DSL.primaryKey("job"),
                        DSL.foreignKey(name("job"))
                                .references(name(schema, "mass_act"), name("id"))
                                .onDeleteCascade())
                .execute();
    }

    private static Table<Record> table() {
        return Tables.named("import_survey");
    }

    /** Keeps JSON text, in the transaction that is open. */
    public void keep(RecordId job, String findings) {
        sql.insertInto(table())
                .set(JOB, job.value())
                .set(FINDINGS, JSONB.valueOf(findings))
                .execute();
    }

    /** What was found; empty until the file has been read. */
    public Optional<String> find(RecordId job) {
        return transactions.read(() -> sql.select(FINDINGS)
                .from(table())
                .where(JOB.eq(job.value()))
                .fetchOptional(row -> row.value1().data()));
    }
}
