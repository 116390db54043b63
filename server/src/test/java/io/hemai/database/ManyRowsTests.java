package io.hemai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.hemai.testing.HemaiTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Rows arrive as they were sent, few by a statement and many by COPY. */
@HemaiTest
class ManyRowsTests {
    private static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER);
    private static final List<Field<?>> COLUMNS = List.of(
            NUMBER,
            field(name("text"), SQLDataType.CLOB),
            field(name("texts"), SQLDataType.CLOB.getArrayDataType()),
            field(name("whole"), SQLDataType.BIGINT),
            field(name("part"), SQLDataType.NUMERIC),
            field(name("yes"), SQLDataType.BOOLEAN),
            field(name("day"), SQLDataType.LOCALDATE),
            field(name("moment"), SQLDataType.TIMESTAMPWITHTIMEZONE),
            field(name("id"), SQLDataType.UUID),
            field(name("json"), SQLDataType.JSONB));

    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "NULL",
            "\\N",
            "\\.",
            "\n\\.\n",
            "a\tb\nc\rd\\e\\t",
            "\\",
            "\"quoted\", {braces}",
            "合脉 😀 \u00a0",
            "\b\f\u000b\u0001\u0002",
            "x".repeat(200_000));

    @Autowired
    Jdbc jdbc;

    @Autowired
    DSLContext sql;

    private final Table<Record> table =
            table(name("public", "many_rows_" + UUID.randomUUID().toString().replace("-", "")));

    @BeforeEach
    void makeTable() {
        sql.createTable(table).columns(COLUMNS).primaryKey(NUMBER).execute();
    }

    private static List<@Nullable Object> row(int number) {
        String text = TEXTS.get(number % TEXTS.size());
        if (number % 7 == 6) {
            return new ArrayList<>(Arrays.asList(number, null, null, null, null, null, null, null, null, null));
        }
        return List.of(
                number,
                text,
                new String[] {text, "", "null", "a,b"},
                Long.MIN_VALUE + number,
                new BigDecimal("-12345678901234567890.50"),
                number % 2 == 0,
                LocalDate.of(1, 1, 1).plusYears(number),
                OffsetDateTime.of(2026, 2, 28, 23, 59, 59, 123_456_000, ZoneOffset.UTC),
                new UUID(number, -number),
                JSONB.valueOf("{\"a\": [null, \"\\\\n\\\"\\t\"]}"));
    }

    private void insert(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add(i);
        }
        jdbc.insert(table, table, COLUMNS, numbers, ManyRowsTests::row);
    }

    private void assertThatTheyStand(int count) {
        List<Record> rows =
                List.copyOf(sql.select(COLUMNS).from(table).orderBy(NUMBER).fetch());
        assertThat(rows).hasSize(count);
        for (int number = 0; number < count; number++) {
            assertThat(rows.get(number).intoArray()).isEqualTo(row(number).toArray());
        }
    }

    @Test
    void manyArriveAsSent() {
        insert(0, 3 * TEXTS.size());
        assertThatTheyStand(3 * TEXTS.size());
    }

    @Test
    void fewArriveAsSent() {
        insert(0, TEXTS.size());
        assertThatTheyStand(TEXTS.size());
    }

    @Test
    void oneThatCannotBeLeavesNone() {
        insert(0, 1);
        assertThatThrownBy(() -> insert(0, 40)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatTheyStand(1);
    }

    @Test
    void valueOfAnotherKindIsRefused() {
        List<Field<?>> text = List.of(COLUMNS.get(1));
        assertThatThrownBy(
                        () -> jdbc.insert(text, table, text, Collections.nCopies(40, 'x'), List::<@Nullable Object>of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Character");
    }

    @Test
    void failureWhileTheyAreMadeLeavesNoneAndTheConnectionWhole() {
        List<Integer> numbers = new ArrayList<>(List.of(1));
        numbers.addAll(Collections.nCopies(40, 0));
        Function<Integer, List<@Nullable Object>> failing = number -> {
            if (number == 0) {
                throw new IllegalStateException("no row");
            }
            return row(number);
        };
        assertThatThrownBy(() -> jdbc.insert(table, table, COLUMNS, numbers, failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no row");
        assertThatTheyStand(0);
    }
}
