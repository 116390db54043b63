package io.hemai.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Runs what jOOQ built on plain JDBC, which reads rows with far less work than jOOQ's own records. */
@Component
public class Jdbc {
    private static final int FETCH = 1_000;
    /** Rows from which COPY is the faster way. */
    private static final int MANY = 20;

    private static final int KNOWN = 5_000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Pattern PLANNED_ROWS = Pattern.compile("rows=(\\d+)");

    /** Parts the name of a parameter from the number of its occurrence. */
    private static final char NUMBERED = '#';

    private static final AtomicLong OCCURRENCES = new AtomicLong();

    private final DSLContext sql;
    private final Cache<Object, Fixed> known =
            Caffeine.newBuilder().maximumSize(KNOWN).build();
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    Jdbc(DSLContext sql) {
        this.sql = sql;
    }

    /** Reads from an open result. */
    public interface Reader<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** Runs the query in the current transaction and hands its result to the reader. */
    public <T> T read(Query query, Reader<T> reader) {
        return read(query, FETCH, reader);
    }

    /** The same for few rows made of many: fetched at once, since PostgreSQL works in parallel only then. */
    public <T> T whole(Query query, Reader<T> reader) {
        return read(query, 0, reader);
    }

    private <T> T read(Query query, int fetch, Reader<T> reader) {
        return read(sql.render(query), sql.extractBindValues(query), fetch, reader);
    }

    /** A statement whose text never changes, rendered once. */
    public static final class Fixed {
        private final String text;

        private Fixed(String text) {
            this.text = text;
        }
    }

    /** Renders a statement that is kept. */
    public Fixed fixed(Query query) {
        return new Fixed(sql.render(query));
    }

    /**
     * A statement rendered once with the values of its parameters, of which those that were {@link #given} are said at each run.
     */
    public static final class Kept {
        private static final Set<Class<?>> LASTING =
                Set.of(UUID.class, UUID[].class, String.class, String[].class, Boolean.class);

        private final Fixed statement;
        private final List<@Nullable Object> values;
        /** By their places among the values. */
        private final Map<Integer, String> given;

        private Kept(Fixed statement, List<@Nullable Object> values, Map<Integer, String> given) {
            this.statement = statement;
            this.values = values;
            this.given = given;
        }

        /** Whether its other values are such as rights are bound to; relative days and amounts change by themselves. */
        public boolean lasts() {
            return IntStream.range(0, values.size())
                    .filter(place -> !given.containsKey(place))
                    .mapToObj(values::get)
                    .allMatch(value -> value != null && LASTING.contains(value.getClass()));
        }

        private List<@Nullable Object> values(Map<String, ?> said) {
            List<@Nullable Object> all = new ArrayList<>(values);
            given.forEach((place, name) -> all.set(place, Objects.requireNonNull(said.get(name), name)));
            return all;
        }
    }

    /** A parameter whose value is said at each run of a {@link Kept} statement; several may have one name, each for one place. */
    public static <T> Param<T> given(String name, T value) {
        return DSL.param(name + NUMBERED + OCCURRENCES.incrementAndGet(), value);
    }

    /** Renders a statement that is kept with its values. */
    public Kept keep(Query query) {
        List<@Nullable Object> values = new ArrayList<>();
        Map<Integer, String> given = new HashMap<>();
        sql.extractParams(query).forEach((name, param) -> {
            if (!param.isInline()) {
                int numbered = name.indexOf(NUMBERED);
                if (numbered > 0) {
                    given.put(values.size(), name.substring(0, numbered));
                }
                values.add(param.getValue());
            }
        });
        if (values.size() != values(query).size()) {
            throw new IllegalStateException("A given parameter stands in several places: " + given.values());
        }
        return new Kept(fixed(query), values, given);
    }

    /** Runs the statement with the values of what is given. */
    public <T> T read(Kept statement, Map<String, ?> said, Reader<T> reader) {
        return read(statement.statement, statement.values(said), reader);
    }

    /**
     * Renders a statement that is run often, the first time.
     *
     * @param shape all that the text depends on
     */
    public Fixed fixed(Object shape, Supplier<? extends Query> query) {
        return known.get(shape, s -> fixed(query.get()));
    }

    /** The values of a statement's parameters, in their order. */
    public List<@Nullable Object> values(Query query) {
        return sql.extractBindValues(query);
    }

    /** Runs the statement with values for its parameters, in their order. */
    public <T> T read(Fixed statement, List<@Nullable Object> values, Reader<T> reader) {
        return read(statement.text, values, FETCH, reader);
    }

    private <T> T read(String text, List<@Nullable Object> values, int fetch, Reader<T> reader) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                statement.setFetchSize(fetch);
                bind(connection, statement, values);
                try (ResultSet result = statement.executeQuery()) {
                    return reader.read(result);
                }
            } catch (SQLException failed) {
                throw translated(failed);
            }
        });
    }

    /** How many rows PostgreSQL expects the query to find. */
    public long planned(Query query) {
        Matcher rows = PLANNED_ROWS.matcher(sql.explain(query).plan());
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    /** Runs statements of one shape as a batch. */
    public void write(List<? extends Query> queries) {
        write(fixed(queries.getFirst()), queries.stream().map(this::values).toList());
    }

    /** Runs one statement as a batch, once for each row of values in the order of its parameters. */
    public void write(Fixed statement, List<List<@Nullable Object>> rows) {
        sql.connection(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement.text)) {
                for (List<@Nullable Object> values : rows) {
                    bind(connection, prepared, values);
                    prepared.addBatch();
                }
                prepared.executeBatch();
            } catch (SQLException failed) {
                throw translated(failed);
            }
        });
    }

    /** The same with a statement that is used once. */
    public void write(Query statement, List<List<@Nullable Object>> rows) {
        write(fixed(statement), rows);
    }

    /**
     * Adds rows to a table: a few by a statement; many by COPY, which has nothing to read and plan, and during which PostgreSQL
     * writes the first rows while the next ones are made.
     *
     * @param shape all that the table's and the columns' names depend on
     * @param row makes the values of the columns, without asking the database
     */
    public <T> void insert(
            Object shape,
            Table<?> table,
            List<? extends Field<?>> columns,
            Collection<T> items,
            Function<? super T, List<@Nullable Object>> row) {
        if (items.size() < MANY) {
            write(
                    fixed(shape, () -> DSL.insertInto(table, columns).values(new @Nullable Object[columns.size()])),
                    items.stream().map(row).toList());
        } else {
            copy(fixed(List.of("copy", shape), () -> RawSql.copyInto(table, columns)), items, row);
        }
    }

    private <T> void copy(Fixed statement, Collection<T> items, Function<? super T, List<@Nullable Object>> row) {
        sql.connection(connection -> {
            try (CopyRows copy = new CopyRows(connection, statement.text)) {
                for (T item : items) {
                    copy.add(row.apply(item));
                }
                copy.end();
            } catch (SQLException failed) {
                throw translated(failed);
            }
        });
    }

    private RuntimeException translated(SQLException failed) {
        if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
            return new CannotAcquireLockException("statement", failed);
        }
        RuntimeException known = translator.translate("statement", null, failed);
        return known == null
                ? new org.springframework.jdbc.UncategorizedSQLException("statement", null, failed)
                : known;
    }

    private static void bind(Connection connection, PreparedStatement statement, List<@Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(connection, statement, i + 1, values.get(i));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case String[] texts -> statement.setArray(place, connection.createArrayOf("text", texts));
            case UUID[] ids -> statement.setArray(place, connection.createArrayOf("uuid", ids));
            case Long[] numbers -> statement.setArray(place, connection.createArrayOf("int8", numbers));
            case JSONB json -> statement.setString(place, json.data());
            case null, default -> statement.setObject(place, value);
        }
    }
}
