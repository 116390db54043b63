package io.hemai.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An import with validation and duplicates beside COPY, one INSERT into a table with the same indexes, and journal rows. */
final class ImportBench {
    /** As often as somebody who waits looks how far it is. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final String BOUNDARY = "----bench";
    private static final String KEYS =
            "id, version, created_at, updated_at, name_key, annual_revenue_currency, annual_revenue_base, owner, department, ";
    private static final String KEPT = "uuidv7(), 1, now(), now(), name, 'CNY', annual_revenue::numeric, "
            + "(select id from t_main.user where login = owner), (select department from t_main.user where login = owner), ";

    private final ServerProcess server;
    private final Client admin;

    ImportBench(ServerProcess server) {
        this.server = server;
        this.admin = new People(server.port()).admin();
    }

    /** Imports the file; answers the seconds from the upload to the end of the job. */
    double hemai(Path file) {
        long start = System.nanoTime();
        JsonNode job = Client.JSON.readTree(
                admin.send("POST", "/imports", form(file), "multipart/form-data; boundary=" + BOUNDARY)
                        .body());
        String path = "/imports/" + job.at("/id").asString();
        while (List.of("queued", "running").contains(job.at("/status").asString())) {
            Pause.of(LOOK);
            job = admin.get(path);
        }
        if (!job.at("/status").asString().equals("done") || job.at("/failed").asLong() > 0) {
            throw new IllegalStateException(job.toString());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static BodyPublisher form(Path file) {
        String parts = part("object", "account") + part("mode", "create") + part("match", "external_id")
                + part("mapping", Client.JSON.writeValueAsString(Accounts.mapping()))
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"accounts.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        try {
            return BodyPublishers.concat(
                    BodyPublishers.ofString(parts),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        } catch (FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** The same rows by nothing but SQL; the seconds. */
    double floor(Path file) {
        Database database = server.database();
        database.execute(
                "drop schema if exists bench_import cascade",
                "create schema bench_import",
                "create table bench_import.account (like t_main.account including all)",
                "create table bench_import.journal (like t_main.journal including all)",
                "create table bench_import.staging (" + names(" text") + ")");
        long start = System.nanoTime();
        database.on(connection -> {
            connection.setAutoCommit(false);
            try (Reader rows = Files.newBufferedReader(file)) {
                Database.postgres(connection)
                        .getCopyAPI()
                        .copyIn("copy bench_import.staging from stdin (format csv, header true)", rows);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("insert into bench_import.account (" + KEYS + fields() + ") select " + KEPT + casts()
                        + " from bench_import.staging");
                statement.execute("""
                        insert into bench_import.journal (at, object, record, act, version, actor_kind, actor_label, changes)
                        select now(), 'account', id, 'created', 1, 'import', 'bench', to_jsonb(a) from bench_import.account a""");
            }
            connection.commit();
            return true;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        database.execute("drop schema bench_import cascade");
        return seconds;
    }

    private static String names(String behind) {
        return Accounts.all().stream().map(c -> c.name() + behind).collect(Collectors.joining(", "));
    }

    private static List<Accounts.Column> written() {
        return Accounts.all().stream().filter(c -> !c.cast().isEmpty()).toList();
    }

    private static String fields() {
        return written().stream().map(Accounts.Column::name).collect(Collectors.joining(", "));
    }

    private static String casts() {
        return written().stream().map(c -> c.cast().formatted(c.name())).collect(Collectors.joining(", "));
    }

    /** Takes turns: floor, Hemai, floor. */
    void duel(Path file, int rows) throws IOException {
        double before = floor(file);
        double ours = hemai(file);
        double after = floor(file);
        double bare = (before + after) / 2;
        Report.atMost(
                "import of %,d CSV rows of %d columns (%d MB), heap 512 MB"
                        .formatted(rows, Accounts.all().size(), Files.size(file) >> 20),
                2.5,
                new Spread(ours / bare, ours / Math.max(before, after), ours / Math.min(before, after)),
                "%.1f s".formatted(ours),
                "%.1f s, %.1f s".formatted(before, after));
    }
}
