package io.hemai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures Hemai's headline paths beside their floors and prints a table; {@code docs/performance.md} says how to read it. */
public final class Bench {
    /** The share of the accounts that is imported, to see as well what grows with the table. */
    private static final int FIRST_PART = 10;

    private final Options options;
    private final ServerProcess server;

    private Bench(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    /** Measures what the arguments ask for. */
    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException unreadable) {
            System.err.println("./hemai bench " + Options.USAGE);
            System.exit(2);
            return;
        }
        StartBench start = new StartBench(options, Path.of(System.getProperty("bench.app")));
        if (options.asksFor("pages")) {
            start.pages();
        }
        if (options.names().equals(List.of("pages"))) {
            return;
        }
        Report.head();
        try (ServerProcess server = ServerProcess.start(options.home())) {
            new Bench(options, server).run();
        }
        if (options.asksFor("start")) {
            start.run();
        }
        if (options.asksFor("memory")) {
            start.memory();
        }
    }

    private void run() throws IOException {
        Path filled = options.home().resolve("bench-filled");
        if (!Files.exists(filled)) {
            fill();
            Files.writeString(filled, String.valueOf(options.rows()));
        }
        Paths paths = new Paths(options, server);
        for (Map.Entry<String, Runnable> measure : paths.all().entrySet()) {
            if (options.asksFor(measure.getKey())) {
                measure.getValue().run();
            }
        }
    }

    /** Imports a tenth of the accounts, which is the measure of imports, and has the database multiply them. */
    private void fill() throws IOException {
        People people = new People(server.port());
        people.hire();
        Accounts.shape(people.admin());
        int first = options.rows() / FIRST_PART;
        Path file = Accounts.write(options.home().resolve("accounts.csv"), 0, first);
        new ImportBench(server).duel(file, first);
        Files.delete(file);
        analyze();
        List<Long> small = new Paths(options, server).buffers();
        Multiplied.by(FIRST_PART, server.database());
        analyze();
        List<Long> large = new Paths(options, server).buffers();
        for (int i = 0; i < small.size(); i++) {
            double ratio = (double) large.get(i) / small.get(i);
            Report.atMost(
                    "buffers of a list, %,d rows to %,d, as who sees %s"
                            .formatted(options.rows(), first, Paths.SHARES.get(i)),
                    1.3,
                    new Spread(ratio, ratio, ratio),
                    large.get(i) + " pages",
                    small.get(i) + " pages");
        }
    }

    private void analyze() {
        server.database().execute("vacuum analyze t_main.account", "vacuum analyze t_main.search_entry");
    }
}
