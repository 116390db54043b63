package io.hemai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The pages in a real browser, over a company with many leads and deals; measured by {@code bench/pages}. */
final class PagesBench {
    private static final Path SCRIPTS = Path.of("bench", "pages").toAbsolutePath();
    private static final int LEADS = 10_000;
    private static final int DEALS = 5_000;
    private static final int ACCOUNTS = 200;
    private static final int BATCH = 1_000;
    private static final List<String> STAGES =
            List.of("initial_contact", "needs_analysis", "proposal", "negotiation", "contract_review");

    private final Path home;
    private final Words words = new Words(7);

    PagesBench(Path home) {
        this.home = home;
    }

    /** Measures the server's pages and prints what it finds. */
    void run(int port) throws IOException {
        Path filled = home.resolve("pages-filled");
        if (!Files.exists(filled)) {
            fill(new People(port).admin());
            Files.writeString(filled, "");
        }
        if (!Files.exists(SCRIPTS.resolve("node_modules"))) {
            command("npm", "ci", "--no-audit", "--no-fund", "--silent");
        }
        command("node", "measure.mjs", "http://localhost:" + port, People.ADMIN, People.PASSWORD);
    }

    private static void command(String... words) throws IOException {
        Process process = new ProcessBuilder(words)
                .directory(SCRIPTS.toFile())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words[0] + " failed in " + SCRIPTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void fill(Client admin) {
        make(
                admin,
                "lead",
                LEADS,
                n -> Map.of("name", words.person(), "company", words.company(), "mobile", words.mobile()));
        make(admin, "account", ACCOUNTS, n -> Map.of("name", words.company() + n));
        make(admin, "opportunity", DEALS, n -> {
            Map<String, Object> deal = new LinkedHashMap<>();
            deal.put("name", words.company());
            deal.put("stage", STAGES.get(n % STAGES.size()));
            deal.put("amount", Map.of("amount", 1_000 + words.below(900_000) + ".00", "currency", "CNY"));
            return deal;
        });
    }

    private static void make(Client admin, String object, int count, IntFunction<Map<String, Object>> values) {
        for (int from = 0; from < count; from += BATCH) {
            List<Map<String, Object>> some = new ArrayList<>();
            for (int n = from; n < Math.min(count, from + BATCH); n++) {
                some.add(values.apply(n));
            }
            admin.post("/records/" + object + "/batch?duplicates=allow", Map.of("create", some));
        }
    }
}
