package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with rows of imports and with records of bulk acts. */
@Component
public class MassActProblems {
    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT);
    private static final Field<Long> LINE = field(name("line"), SQLDataType.BIGINT);
    private static final Field<String> COLUMN = field(name("column_name"), SQLDataType.VARCHAR);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.VARCHAR);
    private static final Field<String> CODE = field(name("code"), SQLDataType.VARCHAR);
    private static final Field<String> MESSAGE_ZH = field(name("message_zh"), SQLDataType.VARCHAR);
    private static final Field<String> MESSAGE_EN = field(name("message_en"), SQLDataType.VARCHAR);
    private static final Field<String[]> CELLS = field(name("cells"), SQLDataType.VARCHAR.getArrayDataType());
    private static final int FETCH = 1_000;

    private final DSLContext sql;
    private final TenantTransactions transactions;

    MassActProblems(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * What is wrong with a cell, or with a whole row; cells only with the first problem of a row.
     *
     * @param line of the file, or the place among the records of a bulk act
     * @param column of the file, or the field
     * @param value of the cell, or the id of the record
     */
    public record RowProblem(
            long line,
            @Nullable String column,
            @Nullable String value,
            String code,
            String chinese,
            String english,
            @Nullable List<String> cells) {}

    private static Table<Record> problems() {
        return Tables.named("mass_act_problem");
    }

    /** Keeps problems, in the transaction that is open. */
    public void keep(RecordId id, List<RowProblem> found) {
        if (found.isEmpty()) {
            return;
        }
        var rows = sql.insertInto(problems(), JOB, LINE, COLUMN, VALUE, CODE, MESSAGE_ZH, MESSAGE_EN, CELLS);
        int bound = 0;
        for (RowProblem p : found) {
            rows = rows.values(
                    id.value(),
                    p.line(),
                    p.column(),
                    p.value(),
                    p.code(),
                    p.chinese(),
                    p.english(),
                    p.cells() == null ? null : p.cells().toArray(String[]::new));
            bound++;
            if (bound == FETCH) {
                rows.execute();
                rows = sql.insertInto(problems(), JOB, LINE, COLUMN, VALUE, CODE, MESSAGE_ZH, MESSAGE_EN, CELLS);
                bound = 0;
            }
        }
        if (bound > 0) {
            rows.execute();
        }
    }

    /** The first problems, in the order found. */
    public List<RowProblem> first(RecordId id, int limit) {
        return transactions.read(
                () -> after(id, 0, limit).stream().map(Placed::problem).toList());
    }

    /** All problems in the order found, however many. */
    public void each(RecordId id, Consumer<RowProblem> sink) {
        long place = 0;
        List<Placed> page;
        do {
            long from = place;
            page = transactions.read(() -> after(id, from, FETCH));
            page.forEach(p -> sink.accept(p.problem()));
            place = page.isEmpty() ? place : page.getLast().place();
        } while (page.size() == FETCH);
    }

    private record Placed(long place, RowProblem problem) {}

    private List<Placed> after(RecordId id, long place, int limit) {
        return sql.select(DSL.asterisk())
                .from(problems())
                .where(JOB.eq(id.value()).and(PLACE.gt(place)))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Placed(
                        row.get(PLACE),
                        new RowProblem(
                                row.get(LINE),
                                row.get(COLUMN),
                                row.get(VALUE),
                                row.get(CODE),
                                row.get(MESSAGE_ZH),
                                row.get(MESSAGE_EN),
                                row.get(CELLS) == null ? null : new ArrayList<>(List.of(row.get(CELLS))))));
    }
}
