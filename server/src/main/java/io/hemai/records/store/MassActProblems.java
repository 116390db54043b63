package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
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

    /**
     * Problems that are alike: of one code, in one column.
     *
     * @param rows how many have it
     * @param chinese what is said of one of them
     * @param english the same
     */
    public record Alike(
            String code, @Nullable String column, long rows, long firstLine, String chinese, String english) {}

    /** A value that cells have of which something is wrong, and how many. */
    public record Told(String code, @Nullable String column, String value, long rows) {}

    /** What kinds of problems there are, the commonest first. */
    public List<Alike> kinds(RecordId id) {
        Field<Integer> rows = DSL.countDistinct(LINE);
        return transactions.read(
                () -> sql.select(CODE, COLUMN, rows, DSL.min(LINE), DSL.min(MESSAGE_ZH), DSL.min(MESSAGE_EN))
                        .from(problems())
                        .where(JOB.eq(id.value()))
                        .groupBy(CODE, COLUMN)
                        .orderBy(rows.desc(), DSL.min(LINE))
                        .fetch(row -> new Alike(
                                row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }

    /** The commonest values with problems of these codes. */
    public List<Told> values(RecordId id, List<String> codes, int limit) {
        Field<Integer> rows = DSL.count();
        return transactions.read(() -> sql.select(CODE, COLUMN, VALUE, rows)
                .from(problems())
                .where(JOB.eq(id.value()).and(CODE.in(codes)).and(VALUE.isNotNull()))
                .groupBy(CODE, COLUMN, VALUE)
                .orderBy(rows.desc(), VALUE)
                .limit(limit)
                .fetch(row -> new Told(row.value1(), row.value2(), row.value3(), row.value4())));
    }

    /** Problems of a kind from a place on, with the place of each. */
    public List<Placed> some(RecordId id, @Nullable String code, @Nullable String column, long after, int limit) {
        Condition kind = (code == null ? DSL.noCondition() : CODE.eq(code))
                .and(column == null ? DSL.noCondition() : COLUMN.eq(column));
        return transactions.read(() -> after(id, kind, after, limit));
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

    private List<Placed> after(RecordId id, long place, int limit) {
        return after(id, DSL.noCondition(), place, limit);
    }

    /** A problem and where it stands among those of its act. */
    public record Placed(long place, RowProblem problem) {}

    private List<Placed> after(RecordId id, Condition kind, long place, int limit) {
        return sql.select(DSL.asterisk())
                .from(problems())
                .where(JOB.eq(id.value()).and(PLACE.gt(place)).and(kind))
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
