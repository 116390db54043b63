package io.hemai.bench.floor;

import io.hemai.bench.floor.Tap.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Plain JDBC in the transaction frame that Hemai's statements have, the change of role included. */
@Component
class BareSql {
    private static final String ROLE = "select set_config('role', 't_main', true)";

    private final DataSource pool;

    BareSql(DataSource pool) {
        this.pool = pool;
    }

    /** Work on an open connection. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void run(boolean readOnly, Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ROLE);
            }
            work.on(connection);
            connection.commit();
        }
    }

    /** Runs the statement and writes its rows as they come. */
    static void write(Connection connection, Taken taken, JsonGenerator out) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(taken.sql())) {
            for (Map.Entry<Integer, @Nullable Object> value : taken.values().entrySet()) {
                bind(connection, statement, value.getKey(), value.getValue());
            }
            try (ResultSet rows = statement.executeQuery()) {
                out.writeStartArray();
                write(rows, out);
                out.writeEndArray();
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        if (value instanceof Object[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(at, value);
        }
    }

    private static void write(ResultSet rows, JsonGenerator out) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        String[] names = new String[meta.getColumnCount()];
        int[] types = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = meta.getColumnName(i + 1);
            types[i] = meta.getColumnType(i + 1);
        }
        while (rows.next()) {
            out.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                out.writeName(names[i]);
                write(rows, i + 1, types[i], out);
            }
            out.writeEndObject();
        }
    }

    private static void write(ResultSet rows, int at, int type, JsonGenerator out) throws SQLException {
        switch (type) {
            case Types.BIGINT, Types.INTEGER -> {
                long number = rows.getLong(at);
                if (rows.wasNull()) {
                    out.writeNull();
                } else {
                    out.writeNumber(number);
                }
            }
            case Types.BIT, Types.BOOLEAN -> out.writeBoolean(rows.getBoolean(at));
            default -> out.writeString(rows.getString(at));
        }
    }
}
