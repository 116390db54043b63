package io.hemai.metadata.fieldtype;

import io.hemai.database.DatabaseAddress;
import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.ValueContext;
import io.hemai.testing.TestPostgres;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of PostgreSQL with the columns of one field, for the time of a test. */
final class PostgresColumns implements AutoCloseable {
    private final Connection connection;
    private final List<Column> columns;

    PostgresColumns(List<Column> columns) throws SQLException {
        DatabaseAddress address = TestPostgres.address();
        this.columns = columns;
        this.connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        String definition = IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " " + sqlType(columns.get(i).kind()))
                .collect(Collectors.joining(", "));
        try (Statement create = connection.createStatement()) {
            create.execute("create temporary table field (" + definition + ")");
        }
    }

    private static String sqlType(ColumnKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case BIGINT -> "bigint";
            case NUMERIC -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMPTZ -> "timestamptz";
            case UUID -> "uuid";
            case TEXT_ARRAY -> "text[]";
            case JSONB -> "jsonb";
        };
    }

    /** The value after it was written to the table and read again. */
    <T> @Nullable T stored(FieldType<T> type, T value, ValueContext context) throws SQLException {
        String marks = columns.stream()
                .map(c -> c.kind() == ColumnKind.JSONB ? "?::jsonb" : "?")
                .collect(Collectors.joining(", "));
        @Nullable Object[] cells = type.store(value, context);
        try (Statement clear = connection.createStatement()) {
            clear.execute("delete from field");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into field values (" + marks + ")")) {
            for (int i = 0; i < cells.length; i++) {
                insert.setObject(i + 1, sent(cells[i]));
            }
            insert.executeUpdate();
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select * from field")) {
            row.next();
            return type.load(new Row(row));
        }
    }

    private @Nullable Object sent(@Nullable Object cell) throws SQLException {
        return switch (cell) {
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case String[] texts -> connection.createArrayOf("text", texts);
            case null, default -> cell;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Row(ResultSet row) implements ColumnReader {
        private <C> @Nullable C cell(int column, Class<C> kind) {
            try {
                return row.getObject(column + 1, kind);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable String text(int column) {
            try {
                return row.getString(column + 1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable Long integer(int column) {
            return cell(column, Long.class);
        }

        @Override
        public @Nullable BigDecimal decimal(int column) {
            return cell(column, BigDecimal.class);
        }

        @Override
        public @Nullable Boolean bool(int column) {
            return cell(column, Boolean.class);
        }

        @Override
        public @Nullable LocalDate date(int column) {
            return cell(column, LocalDate.class);
        }

        @Override
        public @Nullable Instant instant(int column) {
            OffsetDateTime moment = cell(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }

        @Override
        public @Nullable UUID uuid(int column) {
            return cell(column, UUID.class);
        }

        @Override
        public String @Nullable [] texts(int column) {
            Array array = cell(column, Array.class);
            try {
                return array == null ? null : (String[]) array.getArray();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
