package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.query.Reached;
import io.hemai.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads records: pages as typed rows, long lists one by one, counts. */
@Component
public class RowReader {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Readings readings;

    RowReader(Jdbc jdbc, TenantTransactions transactions, Readings readings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.readings = readings;
    }

    /** A number of records, and whether it is exact. */
    public record Count(long value, boolean exact) {}

    /** The rows of the page, whole: code that reads rows sees fields that the identity does not, and shows none of them. */
    public List<Row> rows(Query query) {
        return rows(query, null);
    }

    /**
     * The next rows of a long list that has no other order than the newest first.
     *
     * @param before the last one that was read; null to begin
     */
    public List<Row> rows(Query query, @Nullable RecordId before) {
        return transactions.read(() -> {
            Readings.Reading reading = readings.of(query.object());
            List<Output<?>> outputs = reading.type.fields().stream()
                    .<Output<?>>map(f -> Output.of(
                            new Reached(f.name(), List.of(), reading.type, f, true), Tables.columns(Aliases.ROOT, f)))
                    .toList();
            Paging.Position position = before == null ? null : new Paging.Position(List.of(), before.value());
            Paging paging = new Paging(
                    reading.statement.keys(query.sort()), Tables.id(Aliases.ROOT), false, position, query.limit() - 1);
            return jdbc.read(reading.page(query, outputs, paging), result -> typed(reading.type, outputs, result));
        });
    }

    /** Refuses a query that names what the identity does not know of, or compares what does not compare. */
    public void check(Query query) {
        Readings.Reading reading = readings.of(query.object());
        reading.binder.caller(reading.type, query.where());
        query.fields().forEach(path -> reading.binder.reach(reading.type, path));
        reading.statement.keys(query.sort());
    }

    /** Takes the records of a long list one by one. */
    public interface RowSink {
        /** The values of the query's fields, in their order. */
        void row(List<Shown> values);
    }

    /**
     * Hands on the next records of a long list, the newest first, as many as the query's limit.
     *
     * @param before where the last call ended; null to begin
     * @return where to go on; empty when there are no more
     */
    public Optional<RecordId> shown(Query query, @Nullable RecordId before, RowSink sink) {
        return transactions.read(() -> {
            Readings.Reading reading = readings.of(query.object());
            List<Output<?>> outputs = reading.statement.outputs(query.fields(), reading.rights.known(reading.type));
            Paging.Position position = before == null ? null : new Paging.Position(List.of(), before.value());
            Paging paging = new Paging(List.of(), Tables.id(Aliases.ROOT), false, position, query.limit());
            return jdbc.read(reading.page(query, outputs, paging), result -> show(query, outputs, sink, result));
        });
    }

    private static Optional<RecordId> show(Query query, List<Output<?>> outputs, RowSink sink, ResultSet result)
            throws SQLException {
        ResultColumns columns = new ResultColumns(result);
        RecordId last = null;
        for (int row = 0; result.next(); row++) {
            if (row == query.limit()) {
                return Optional.ofNullable(last);
            }
            last = new RecordId(Objects.requireNonNull(columns.at(1).uuid(0)));
            Map<String, Shown> values = new HashMap<>();
            int at = 1;
            for (Output<?> output : outputs) {
                values.put(output.name(), output.shown(columns, at));
                at += output.width();
            }
            sink.row(query.fields().stream()
                    .map(path -> Objects.requireNonNull(values.get(path)))
                    .toList());
        }
        return Optional.empty();
    }

    /** The id and version of every record that the query finds, whatever its limit; among those ids, when there are any. */
    Select<Record2<UUID, Long>> every(Query query, @Nullable Collection<RecordId> among) {
        Readings.Reading reading = readings.of(query.object());
        UUID[] ids = among == null
                ? new UUID[0]
                : among.stream().map(RecordId::value).toArray(UUID[]::new);
        return DSL.select(
                        Tables.id(Aliases.ROOT),
                        DSL.field(Aliases.ROOT.append(CommonFields.VERSION.name()), SQLDataType.BIGINT))
                .from(Tables.of(reading.type).as(Aliases.ROOT))
                .where(reading.aggregated(query))
                .and(among == null ? DSL.noCondition() : Tables.id(Aliases.ROOT).eq(DSL.any(ids)));
    }

    private static List<Row> typed(ObjectType type, List<Output<?>> outputs, ResultSet result) throws SQLException {
        ResultColumns columns = new ResultColumns(result);
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            @Nullable Object[] values = new @Nullable Object[outputs.size()];
            int at = 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = outputs.get(i).load(columns, at);
                at += outputs.get(i).width();
            }
            rows.add(new Row(type, values));
        }
        return rows;
    }

    /**
     * How many records match, exactly up to the limit; one more than the limit says "more". With a limit rows are tested until it
     * is reached, as for a page; without one all that may be seen are gathered.
     */
    public long count(Query query, long limit) {
        return transactions.read(() -> {
            Readings.Reading reading = readings.of(query.object());
            Select<?> some = DSL.select(DSL.inline(1).as("one"))
                    .from(Tables.of(reading.type).as(Aliases.ROOT))
                    .where(reading.paged(query))
                    .limit(DSL.inline(limit == Long.MAX_VALUE ? limit : limit + 1));
            Select<?> counted = limit == Long.MAX_VALUE
                    ? DSL.select(DSL.count().as("n"))
                            .from(Tables.of(reading.type).as(Aliases.ROOT))
                            .where(reading.aggregated(query))
                    : DSL.select(DSL.count().as("n")).from(some.asTable("some"));
            return jdbc.read(counted, result -> {
                result.next();
                return result.getLong(1);
            });
        });
    }

    /** The exact number when it is small, else what PostgreSQL's planner expects. */
    public Count estimate(Query query, long exactUpTo) {
        long counted = count(query, exactUpTo);
        return counted <= exactUpTo ? new Count(counted, true) : new Count(Math.max(planned(query), counted), false);
    }

    private long planned(Query query) {
        return transactions.read(() -> {
            Readings.Reading reading = readings.of(query.object());
            Select<?> matching = DSL.select(Tables.id(Aliases.ROOT))
                    .from(Tables.of(reading.type).as(Aliases.ROOT))
                    .where(reading.aggregated(query));
            return jdbc.planned(matching);
        });
    }
}
