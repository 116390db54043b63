package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads pages of records as JSON, streamed from the result. */
@Component
public class PageReader {
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Readings readings;
    private final RowReader rows;
    private final JsonMapper json;

    PageReader(Jdbc jdbc, TenantTransactions transactions, Readings readings, RowReader rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.readings = readings;
        this.rows = rows;
        this.json = json;
    }

    /**
     * What was written, and where the neighbouring pages begin.
     *
     * @param next for {@code after}; null when there are no more
     * @param previous for {@code before}; null on the first page
     */
    public record Page(@Nullable String next, @Nullable String previous) {}

    /** Writes the items of the page; answers where the neighbouring pages begin. */
    public Page write(Query query, JsonGenerator out) {
        checkLimit(query.limit());
        return transactions.read(() -> new PageRead(query, readings.of(query.object())).write(out));
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > Limits.PAGE) {
            throw Refusal.ofField("limit", RecordsError.INVALID_LIMIT, limit, Limits.PAGE);
        }
    }

    /** The reading of one page. */
    private final class PageRead {
        private final Query query;
        private final Readings.Reading reading;
        private final List<Output<?>> outputs;
        private final List<Key> keys;
        private final Cursor cursor;
        private final boolean back;

        PageRead(Query query, Readings.Reading reading) {
            this.query = query;
            this.reading = reading;
            this.outputs = reading.statement.outputs(query.fields(), reading.rights.known(reading.type));
            this.keys = reading.statement.keys(query.sort());
            this.back = query.before() != null;
            String person =
                    reading.who instanceof UserIdentity user ? user.user().toString() : reading.who.label();
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
            return jdbc.read(reading.page(query, outputs, paging), result -> stream(result, out));
        }

        private void checkLinkSort() {
            if (reading.statement.sortsOverLinks(query.sort())
                    && rows.count(query, Limits.LINK_SORT_MATCHES) > Limits.LINK_SORT_MATCHES) {
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
