package io.hemai.database.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in {@code postgresql.conf}. */
public record ServerSettings(Map<String, String> values) {
    /** Settings a person may put into this file beside {@code postgresql.conf}; those that guard data cannot be lowered. */
    private static final String LOCAL_FILE = "local.conf";

    /** What keeps committed work through a power cut. */
    static final List<String> GUARDS = List.of("fsync", "full_page_writes", "synchronous_commit");

    public ServerSettings {
        values = Map.copyOf(values);
    }

    /** Safe against power cuts, sized for a small machine, reachable from this machine only. */
    public static ServerSettings production() {
        Map<String, String> values = new LinkedHashMap<>();
        safety(values);
        reach(values);
        upkeep(values);
        log(values);
        return new ServerSettings(values);
    }

    /** The same settings with one of them different. */
    public ServerSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new ServerSettings(changed);
    }

    /** Whether what is committed must survive a power cut. */
    boolean durable() {
        return "on".equals(values.get("fsync"));
    }

    /** The file's text for a server on this port. */
    String text(int port) {
        String lines = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining());
        return "# Written by Hemai at every start; your own settings go into " + LOCAL_FILE + " beside this file.\n"
                + lines.lines().filter(line -> !isGuard(line)).collect(Collectors.joining("\n", "", "\n"))
                + "include_if_exists = '" + LOCAL_FILE + "'\n"
                + lines.lines().filter(ServerSettings::isGuard).collect(Collectors.joining("\n", "", "\n"))
                + "port = " + port + "\n";
    }

    private static boolean isGuard(String line) {
        return GUARDS.stream().anyMatch(guard -> line.startsWith(guard + " "))
                || line.startsWith("listen_addresses ")
                || line.startsWith("unix_socket_directories ");
    }

    private static void safety(Map<String, String> values) {
        values.put("fsync", "on");
        values.put("synchronous_commit", "on");
        values.put("full_page_writes", "on");
        values.put("recovery_init_sync_method", PostgresPrograms.SYNC);
        // enough in the write-ahead log for an online backup; there are no standbys
        values.put("wal_level", "replica");
        values.put("max_wal_senders", "0");
        values.put("wal_compression", "on");
        values.put("max_wal_size", "1GB");
        values.put("checkpoint_timeout", "10min");
    }

    private static void reach(Map<String, String> values) {
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", "");
        values.put("password_encryption", "scram-sha-256");
        values.put("max_connections", "100");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
    }

    private static void upkeep(Map<String, String> values) {
        values.put("shared_buffers", "256MB");
        values.put("effective_cache_size", "1GB");
        values.put("work_mem", "8MB");
        values.put("maintenance_work_mem", "64MB");
        values.put("random_page_cost", "1.1");
        values.put("jit", "off");
        // many tenants have many tables, and one transaction may touch all of one tenant's
        values.put("max_locks_per_transaction", "256");
        values.put("autovacuum_naptime", "30s");
        values.put("autovacuum_vacuum_scale_factor", "0.05");
        values.put("autovacuum_vacuum_insert_scale_factor", "0.05");
        values.put("autovacuum_analyze_scale_factor", "0.02");
    }

    private static void log(Map<String, String> values) {
        values.put("logging_collector", "on");
        values.put("log_filename", "postgresql-%a.log");
        values.put("log_truncate_on_rotation", "on");
        values.put("log_rotation_age", "1d");
        values.put("log_rotation_size", "0");
        values.put("log_line_prefix", "%m [%p] %q%u@%d ");
        values.put("log_min_duration_statement", "5s");
        values.put("lc_messages", "C");
    }
}
