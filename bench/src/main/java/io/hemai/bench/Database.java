package io.hemai.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The server's database, for the floors that need no server and for upkeep. */
record Database(String url, String user, String password) {
    /** Work on a connection of its own. */
    interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    <T> T on(Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return work.on(connection);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) {
        on(connection -> {
            for (String sql : statements) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }

    /** The names of a table's columns. */
    List<String> columns(String schema, String table) {
        return on(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, null)) {
                while (columns.next()) {
                    names.add(columns.getString("COLUMN_NAME"));
                }
            }
            return names;
        });
    }

    long number(String sql) {
        return on(connection -> number(connection, sql));
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    static PGConnection postgres(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class);
    }
}
