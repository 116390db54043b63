package io.hemai.records.store;

import io.hemai.metadata.ColumnReader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/** The columns of one field in the current row of a JDBC result. */
final class ResultColumns implements ColumnReader {
    private final ResultSet result;
    private int first = 1;

    ResultColumns(ResultSet result) {
        this.result = result;
    }

    /** Moves to the field whose first column is at the place, counted from 1. */
    ResultColumns at(int column) {
        first = column;
        return this;
    }

    private interface Read<T> {
        @Nullable
        T from(ResultSet result, int column) throws SQLException;
    }

    private <T> @Nullable T read(int column, Read<T> read) {
        try {
            return read.from(result, first + column);
        } catch (SQLException failed) {
            throw new DataRetrievalFailureException("column " + (first + column), failed);
        }
    }

    @Override
    public @Nullable String text(int column) {
        return read(column, ResultSet::getString);
    }

    @Override
    public @Nullable Long integer(int column) {
        return read(column, (r, c) -> {
            long value = r.getLong(c);
            return r.wasNull() ? null : value;
        });
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        return read(column, ResultSet::getBigDecimal);
    }

    @Override
    public @Nullable Boolean bool(int column) {
        return read(column, (r, c) -> {
            boolean value = r.getBoolean(c);
            return r.wasNull() ? null : value;
        });
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return read(column, (r, c) -> r.getObject(c, LocalDate.class));
    }

    @Override
    public @Nullable Instant instant(int column) {
        return read(column, (r, c) -> {
            OffsetDateTime value = r.getObject(c, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        });
    }

    @Override
    public @Nullable UUID uuid(int column) {
        return read(column, (r, c) -> r.getObject(c, UUID.class));
    }

    @Override
    public String @Nullable [] texts(int column) {
        return read(column, (r, c) -> {
            Array value = r.getArray(c);
            return value == null ? null : (String[]) value.getArray();
        });
    }
}
