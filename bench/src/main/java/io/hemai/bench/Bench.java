package io.hemai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures Hemai's headline paths beside their floors and prints a table; {@code docs/performance.md} says how to read it. */
public final class Bench {
    /** Rows that are there before the bulk, to see what grows with the table. */
    private static final int FIRST_PART = 10;

    private final Options options;
    private final ServerProcess server;

    private Bench(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    /** Measures what the arguments ask for. */
    public static void main(String[] args) throws IOException {
        Options options = Options.of(args);
        Report.head();
        try (ServerProcess server = ServerProcess.start(options.home())) {
            new Bench(options, server).run();
        }
        StartBench start = new StartBench(options, Path.of(System.getProperty("bench.app")));
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

    /** Brings in the accounts, which is the measure of imports. */
    private void fill() throws IOException {
        People people = new People(server.port());
        people.hire();
        Accounts.shape(people.admin());
        ImportBench imports = new ImportBench(server);
        int first = options.rows() / FIRST_PART;
        Path some = Accounts.write(options.home().resolve("some.csv"), 0, first);
        imports.hemai(some);
        Files.delete(some);
        analyze();
        List<Long> small = new Paths(options, server).buffers();
        Path rest = Accounts.write(options.home().resolve("rest.csv"), first, options.rows());
        imports.duel(rest, options.rows() - first);
        Files.delete(rest);
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
