package io.hemai.database.backup;

import io.hemai.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Clients who move money between accounts and keep their own ledger of what the database confirmed. */
final class Bank {
    private static final int ACCOUNTS = 50;
    private static final int CLIENTS = 4;

    private final DatabaseAddress address;
    private final AtomicLong transfers = new AtomicLong();
    private final Map<Long, Long> confirmed = new ConcurrentHashMap<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private List<Future<?>> work = List.of();
    private volatile boolean open = true;

    Bank(DatabaseAddress address) throws SQLException {
        this.address = address;
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create table account (id int primary key, balance bigint not null)");
            statement.execute("create table transfer (id bigint primary key, note text)");
            statement.execute("insert into account select i, 1000 from generate_series(1, " + ACCOUNTS + ") i");
        }
        work = IntStream.range(0, CLIENTS)
                .<Future<?>>mapToObj(client -> clients.submit(() -> {
                    serve();
                    return null;
                }))
                .toList();
    }

    /** Transfers that the database confirmed, with the log position that it had reached by then. */
    Map<Long, Long> confirmed() {
        return confirmed;
    }

    /** Ends work and fails if a client failed. */
    void close() throws InterruptedException, ExecutionException {
        open = false;
        for (Future<?> client : work) {
            client.get();
        }
        clients.shutdown();
    }

    private void serve() throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (open) {
                long id = transfers.incrementAndGet();
                int from = (int) (id % ACCOUNTS) + 1;
                int to = (int) (id * 7 % ACCOUNTS) + 1;
                int first = Math.min(from, to);
                // both rows in one order, so that clients do not wait for each other in a circle
                statement.execute("select from account where id in (" + from + "," + to + ") order by id for update");
                statement.execute("update account set balance = balance - 1 where id = " + from);
                statement.execute("update account set balance = balance + 1 where id = " + to);
                statement.execute("insert into transfer values (" + id + ", repeat('" + first + "', 300))");
                connection.commit();
                confirmed.put(id, position(statement));
                connection.commit();
            }
        }
    }

    /** A log position as a number, to compare. */
    private static long position(Statement statement) throws SQLException {
        return number(statement, "select pg_current_wal_insert_lsn() - '0/0'");
    }

    static long number(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            return number(statement, sql);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
