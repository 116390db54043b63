package io.hemai.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows to a COPY as they come, in its text form: a line each, values parted by tabs. */
final class CopyRows implements AutoCloseable {
    private static final String EMPTY = "\\N";
    private static final int PIECE = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder();

    CopyRows(Connection connection, String statement) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    }

    void add(List<@Nullable Object> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            add(row.get(i));
        }
        text.append('\n');
        if (text.length() >= PIECE) {
            send();
        }
    }

    private void add(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> text.append(EMPTY);
            case String said -> escape(said);
            case String[] texts ->
                escape(connection.createArrayOf("text", texts).toString());
            case JSONB json -> escape(json.data());
            // PostgreSQL reads what Java says of these, in which nothing is to be escaped
            case UUID id -> text.append(id);
            case Number number -> text.append(number);
            case Boolean yes -> text.append(yes);
            case LocalDate day -> text.append(day);
            case OffsetDateTime moment -> text.append(moment);
            default -> throw new IllegalArgumentException("COPY of " + value.getClass());
        }
    }

    private void escape(String said) {
        int from = 0;
        for (int i = 0; i < said.length(); i++) {
            char mark = escaped(said.charAt(i));
            if (mark != 0) {
                text.append(said, from, i).append('\\').append(mark);
                from = i + 1;
            }
        }
        text.append(said, from, said.length());
    }

    /** What stands behind a backslash for the character; 0 when it stands for itself. */
    private static char escaped(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    private void send() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** Sends what is left and waits until all rows are in. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Takes the rows back when they did not come to their end. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
