package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import io.hemai.records.query.Reached;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads records: pages as JSON streamed from the result, or as typed rows; counts. */
@Component
public class RowReader {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Metadata metadata;
    private final Gate gate;
    private final Visibility visibility;
    private final ValueContexts contexts;
    private final Clock clock;
    private final JsonMapper json;

    RowReader(
            Jdbc jdbc,
            TenantTransactions transactions,
            Metadata metadata,
            Gate gate,
            Visibility visibility,
            ValueContexts contexts,
            Clock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.metadata = metadata;
        this.gate = gate;
        this.visibility = visibility;
        this.contexts = contexts;
        this.clock = clock;
        this.json = json;
    }

    /** Everything that a statement about one object needs. */
    private final class Work {
        final Identity who = Acting.who();
        final ObjectType type;
        final Rights rights;
        final Binder binder;
        final Projection projection;
        final PageStatement statement;
        final Condition readable;

        Work(String object) {
            type = metadata.current().require(object);
            rights = gate.rights(who, type);
            if (rights.read().equals(io.hemai.kernel.Filter.none())) {
                throw Refusal.of(RecordsError.UNKNOWN_OBJECT, object);
            }
            binder = new Binder(who, metadata.current(), gate, contexts.current(), clock);
            projection = new Projection(binder, new Aliases());
            statement = new PageStatement(type, binder, projection);
            readable = binder.readable(type);
        }

        org.jooq.Condition paged(Query query) {
            return visibility
                    .paged(who, type, readable, projection.conditions())
                    .and(projection.where(binder.caller(type, query.where())));
        }

        org.jooq.Condition aggregated(Query query) {
            return visibility
                    .aggregated(who, type, readable, projection.conditions())
                    .and(projection.where(binder.caller(type, query.where())));
        }
    }

    /**
     * What was written, and where the neighbouring pages begin.
     *
     * @param next for {@code after}; null when there are no more
     * @param previous for {@code before}; null on the first page
     */
    public record Page(@Nullable String next, @Nullable String previous) {}

    /** A number of records, and whether it is exact. */
    public record Count(long value, boolean exact) {}

    /** Writes the items of the page; answers where the neighbouring pages begin. */
    public Page write(Query query, JsonGenerator out) {
        checkLimit(query.limit());
        return transactions.read(() -> new PageRead(query, new Work(query.object())).write(out));
    }

    /** The rows of the page, whole: code that reads rows sees fields that the identity does not, and shows none of them. */
    public List<Row> rows(Query query) {
        return transactions.read(() -> {
            Work work = new Work(query.object());
            List<Output<?>> outputs = work.type.fields().stream()
                    .<Output<?>>map(f -> Output.of(
                            new Reached(f.name(), List.of(), work.type, f, true), Tables.columns(Aliases.ROOT, f)))
                    .toList();
            Paging paging = new Paging(
                    work.statement.keys(query.sort()), Tables.id(Aliases.ROOT), false, null, query.limit() - 1);
            return jdbc.read(select(work, query, outputs, paging), result -> typed(work.type, outputs, result));
        });
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
            Work work = new Work(query.object());
            List<Output<?>> outputs = work.statement.outputs(query.fields(), work.rights.known(work.type));
            Paging.Position position = before == null ? null : new Paging.Position(List.of(), before.value());
            Paging paging = new Paging(List.of(), Tables.id(Aliases.ROOT), false, position, query.limit());
            return jdbc.read(select(work, query, outputs, paging), result -> show(query, outputs, sink, result));
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
        Work work = new Work(query.object());
        UUID[] ids = among == null
                ? new UUID[0]
                : among.stream().map(RecordId::value).toArray(UUID[]::new);
        return DSL.select(
                        Tables.id(Aliases.ROOT),
                        DSL.field(Aliases.ROOT.append(CommonFields.VERSION.name()), SQLDataType.BIGINT))
                .from(Tables.of(work.type).as(Aliases.ROOT))
                .where(work.aggregated(query))
                .and(among == null ? DSL.noCondition() : Tables.id(Aliases.ROOT).eq(DSL.any(ids)));
    }

    private Select<? extends Record> select(Work work, Query query, List<Output<?>> outputs, Paging paging) {
        List<org.jooq.Field<?>> columns = new ArrayList<>(Output.columns(outputs));
        paging.keys().forEach(k -> columns.add(k.position().as("c" + (columns.size() + 1))));
        return paging.select(columns, Tables.of(work.type).as(Aliases.ROOT), work.paged(query));
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
            Work work = new Work(query.object());
            Select<?> some = DSL.select(DSL.inline(1).as("one"))
                    .from(Tables.of(work.type).as(Aliases.ROOT))
                    .where(work.paged(query))
                    .limit(DSL.inline(limit == Long.MAX_VALUE ? limit : limit + 1));
            Select<?> counted = limit == Long.MAX_VALUE
                    ? DSL.select(DSL.count().as("n"))
                            .from(Tables.of(work.type).as(Aliases.ROOT))
                            .where(work.aggregated(query))
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
            Work work = new Work(query.object());
            Select<?> matching = DSL.select(Tables.id(Aliases.ROOT))
                    .from(Tables.of(work.type).as(Aliases.ROOT))
                    .where(work.aggregated(query));
            return jdbc.planned(matching);
        });
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > Limits.PAGE) {
            throw Refusal.ofField("limit", RecordsError.INVALID_LIMIT, limit, Limits.PAGE);
        }
    }

    /** The reading of one page. */
    private final class PageRead {
        private final Query query;
        private final Work work;
        private final List<Output<?>> outputs;
        private final List<Key> keys;
        private final Cursor cursor;
        private final boolean back;

        PageRead(Query query, Work work) {
            this.query = query;
            this.work = work;
            this.outputs = work.statement.outputs(query.fields(), work.rights.known(work.type));
            this.keys = work.statement.keys(query.sort());
            this.back = query.before() != null;
            String person = work.who instanceof UserIdentity user ? user.user().toString() : work.who.label();
            this.cursor = new Cursor(
                    json,
                    CurrentTenant.get().id() + "|" + person + "|" + query.object() + "|" + query.where() + "|"
                            + query.sort());
        }

        Page write(JsonGenerator out) {
            checkLinkSort();
            String given = back ? query.before() : query.after();
            Paging.Position position = given == null ? null : cursor.read(back ? "before" : "after", given, keys);
            Paging paging = new Paging(keys, Tables.id(Aliases.ROOT), back, position, query.limit());
            return jdbc.read(select(work, query, outputs, paging), result -> stream(result, out));
        }

        private void checkLinkSort() {
            if (work.statement.sortsOverLinks(query.sort())
                    && count(query, Limits.LINK_SORT_MATCHES) > Limits.LINK_SORT_MATCHES) {
                throw Refusal.ofField("sort", RecordsError.LINK_SORT_TOO_LARGE, Limits.LINK_SORT_MATCHES);
            }
        }

        /** Rows that were read backwards are turned round before they are written. */
        private Page stream(ResultSet result, JsonGenerator out) throws SQLException {
            ResultColumns columns = new ResultColumns(result);
            List<String> rows = new ArrayList<>();
            List<Paging.Position> ends = new ArrayList<>();
            boolean more = false;
            while (result.next() && !more) {
                if (ends.size() == query.limit()) {
                    more = true;
                } else {
                    ends.add(position(
                            columns, back ? rows(columns, rows) : Output.write(outputs, columns, out), result));
                }
            }
            rows.reversed().forEach(out::writeRawValue);
            return page(back ? ends.reversed() : ends, more);
        }

        private Page page(List<Paging.Position> ends, boolean more) {
            boolean follows = back || more;
            boolean precedes = back ? more : query.after() != null;
            return ends.isEmpty()
                    ? new Page(null, null)
                    : new Page(
                            follows ? cursor.write(ends.getLast()) : null,
                            precedes ? cursor.write(ends.getFirst()) : null);
        }

        private int rows(ResultColumns columns, List<String> rows) {
            StringWriter text = new StringWriter();
            int end;
            try (JsonGenerator one = json.createGenerator(text)) {
                end = Output.write(outputs, columns, one);
            }
            rows.add(text.toString());
            return end;
        }

        private Paging.Position position(ResultColumns columns, int at, ResultSet result) throws SQLException {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                Object value = result.getObject(at + i, java(keys.get(i)));
                values.add(value);
            }
            return new Paging.Position(
                    values, Objects.requireNonNull(columns.at(1).uuid(0)));
        }

        private static Class<?> java(Key key) {
            Class<?> type = key.kind().javaType();
            return type == java.time.Instant.class ? java.time.OffsetDateTime.class : type;
        }
    }
}
