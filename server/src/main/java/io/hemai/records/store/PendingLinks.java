package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Links of an import that lead to rows of the same file, set when all rows are in. */
@Component
public class PendingLinks {
    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT);
    private static final Field<Long> LINE = field(name("line"), SQLDataType.BIGINT);
    private static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    private static final Field<String> FIELD = field(name("field"), SQLDataType.VARCHAR);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.VARCHAR);
    private static final Field<String[]> CELLS = field(name("cells"), SQLDataType.VARCHAR.getArrayDataType());

    private final DSLContext sql;
    private final TenantTransactions transactions;

    PendingLinks(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * A link to be set.
     *
     * @param cells of its row, to be told when it cannot be set
     */
    public record Pending(long line, RecordId record, String field, String value, List<String> cells) {}

    private static Table<Record> table() {
        return Tables.named("import_pending");
    }

    /** Keeps links, in the transaction that is open. */
    public void keep(RecordId job, List<Pending> links) {
        if (links.isEmpty()) {
            return;
        }
        var rows = sql.insertInto(table(), JOB, LINE, RECORD, FIELD, VALUE, CELLS);
        for (Pending link : links) {
            rows = rows.values(
                    job.value(),
                    link.line(),
                    link.record().value(),
                    link.field(),
                    link.value(),
                    link.cells().toArray(String[]::new));
        }
        rows.execute();
    }

    /** The first links that are still to be set. */
    public List<Pending> first(RecordId job, int limit) {
        return transactions.read(() -> sql.select(LINE, RECORD, FIELD, VALUE, CELLS)
                .from(table())
                .where(JOB.eq(job.value()))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Pending(
                        row.get(LINE),
                        new RecordId(row.get(RECORD)),
                        row.get(FIELD),
                        row.get(VALUE),
                        List.of(row.get(CELLS)))));
    }

    /** Strikes off as many of the first, in the transaction that is open. */
    public void strikeOff(RecordId job, int count) {
        sql.deleteFrom(table())
                .where(JOB.eq(job.value()))
                .and(PLACE.in(org.jooq
                        .impl
                        .DSL
                        .select(PLACE)
                        .from(table())
                        .where(JOB.eq(job.value()))
                        .orderBy(PLACE)
                        .limit(count)))
                .execute();
    }
}
