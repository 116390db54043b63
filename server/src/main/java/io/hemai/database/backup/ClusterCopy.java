package io.hemai.database.backup;

import io.hemai.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies a running PostgreSQL's directory as its manual prescribes for online backups: between {@code pg_backup_start} and
 * {@code pg_backup_stop}, then the write-ahead log that was written meanwhile, from which a start makes it whole.
 */
final class ClusterCopy {
    /** Directories whose content means nothing to another server, and which must be there. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** What belongs to the process that runs rather than to the data. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "start.log", "log", "current_logfiles", "backup_label");

    private static final String CONTROL_FILE = "global/pg_control";

    private final DatabaseAddress administration;
    private final Path directory;
    private final LiveCopy copy;

    ClusterCopy(DatabaseAddress administration, Path directory, LiveCopy copy) {
        this.administration = administration;
        this.directory = directory;
        this.copy = copy;
    }

    /** Copies everything to below {@code name} and gives the log position up to which every commit is in the copy. */
    String run(String name) throws IOException, SQLException {
        try (Connection connection =
                DriverManager.getConnection(administration.url(), administration.user(), administration.password())) {
            // the slot keeps the log from being recycled until this session ends
            ask(connection, "select pg_create_physical_replication_slot(?, true, true)", "hemai_backup");
            String first = ask(connection, "select pg_walfile_name(pg_backup_start(?, true))", "hemai")
                    .getFirst();
            copy.tree(directory, name, ClusterCopy::wanted);
            for (String empty : EMPTY) {
                Files.createDirectories(copyOf(name).resolve(empty));
            }
            copy.file(directory.resolve(CONTROL_FILE), Path.of(name, CONTROL_FILE));
            List<String> stop = ask(
                    connection,
                    "select lsn, labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => ?::boolean)",
                    "false");
            copy.text(name + "/backup_label", stop.get(1));
            log(name, first, stop.get(2));
            return stop.getFirst();
        }
    }

    private Path copyOf(String name) {
        return copy.target().resolve(name);
    }

    private static boolean wanted(Path path) {
        String first = path.getName(0).toString();
        String last = path.getFileName() == null ? "" : path.getFileName().toString();
        return !EMPTY.contains(first)
                && !LEFT_OUT.contains(first)
                && !last.startsWith("pg_internal.init")
                && !last.startsWith("pgsql_tmp")
                && !path.equals(Path.of(CONTROL_FILE));
    }

    /** The segments from the backup's first to its last; their names sort as they were written. */
    private void log(String name, String first, String last) throws IOException {
        Files.createDirectories(copyOf(name).resolve("pg_wal/archive_status"));
        try (Stream<Path> segments = Files.list(directory.resolve("pg_wal"))) {
            for (Path segment : segments.filter(Files::isRegularFile).toList()) {
                String file = directory.resolve("pg_wal").relativize(segment).toString();
                if (file.length() == first.length() && file.compareTo(first) >= 0 && file.compareTo(last) <= 0) {
                    copy.file(segment, Path.of(name, "pg_wal", file));
                }
            }
        }
    }

    private static List<String> ask(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                String[] columns = new String[answer.getMetaData().getColumnCount()];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = String.valueOf(answer.getString(i + 1));
                }
                return List.of(columns);
            }
        }
    }
}
