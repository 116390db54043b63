package io.hemai.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The measures that put a load on a filled server. */
final class Paths {
    static final List<String> SEEING = List.of(People.ADMIN, People.TENTH, People.THOUSANDTH, People.NOBODY);
    static final List<String> SHARES = List.of("100 %", "10 %", "0.1 %", "0 %");
    private static final List<Double> GOALS = List.of(0.6, 0.6, 0.4, 0.4);
    private static final int CREATED_FIRST = 50_000;
    private static final int BATCH = 2_000;

    private static final String LIST = "/records/account?limit=50&sort=-updated_at"
            + "&fields=name,industry,region,tier,owner,phone,employees,annual_revenue,next_step,updated_at,"
            + "c_text1,c_text2,c_number1,c_decimal1,c_date1,c_flag1&filter="
            + Client.encoded("{\"field\":\"industry\",\"op\":\"in\",\"value\":[\"software\",\"finance\"]}");
    private static final String FOLLOWING = "/records/activity?limit=50&sort=-happened_at"
            + "&fields=kind,subject,about,account,contact,opportunity,owner,happened_at";
    private static final Map<String, Object> SUMMED = Map.of(
            "object",
            "account",
            "group_by",
            List.of(Map.of("field", "industry"), Map.of("field", "tier")),
            "measures",
            List.of(Map.of("fn", "count", "name", "n"), Map.of("fn", "sum", "field", "annual_revenue", "name", "sum")));

    private final Options options;
    private final ServerProcess server;
    private final People people;
    private final Client admin;
    private final Duel duel;

    Paths(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
        this.people = new People(server.port());
        this.admin = people.admin();
        this.duel = new Duel(options, server);
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("list", () -> lists(""));
        all.put("following", this::following);
        all.put("read", this::read);
        all.put("search", () -> search(""));
        all.put("report", this::report);
        all.put("create", this::create);
        all.put("after", this::afterCreates);
        all.put("flows", () -> new FlowsBench(options, server, admin).run());
        return all;
    }

    /** What the statement of a request reads, in the order of {@link #SEEING}. */
    List<Long> buffers() {
        List<Long> buffers = new ArrayList<>();
        for (String login : SEEING) {
            JsonNode statements = tapped("buffers", people.as(login), LIST);
            buffers.add(Plans.buffers(server.database(), statements.get(statements.size() - 1)));
        }
        return buffers;
    }

    /** Runs the request once, twice so that caches are as they usually are, and keeps its statements for the floor. */
    private JsonNode tapped(String name, Client client, String path) {
        client.get(path);
        admin.send("PUT", "/bare/tap", java.net.http.HttpRequest.BodyPublishers.noBody(), "application/json");
        client.get(path);
        return Client.JSON.readTree(admin.send(
                        "DELETE",
                        "/bare/tap/" + name,
                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                        "application/json")
                .body());
    }

    private static Supplier<byte[]> always(Client client, String path) {
        byte[] request = client.wire("GET", path, "");
        return () -> request;
    }

    private void lists(String when) {
        lists(LIST, "list", "list 50 of %,d as who sees %s" + when);
    }

    /** The newest calls of accounts, their people and deals: who sees any of these sees its calls. */
    private void following() {
        if (Followed.missing(server.database(), options.rows())) {
            Followed.fill(admin, server.database());
        }
        lists(FOLLOWING, "following", "newest 50 of %,d activities of accounts as who sees %s");
    }

    private void lists(String path, String measure, String title) {
        for (int i = 0; i < SEEING.size(); i++) {
            Client client = people.as(SEEING.get(i));
            String name = measure + "-" + SEEING.get(i);
            tapped(name, client, path);
            checkSame(client, path, name);
            duel.fight(
                    title.formatted(options.rows(), SHARES.get(i)),
                    GOALS.get(i),
                    always(client, path),
                    always(client, "/bare/replay/" + name));
        }
    }

    /** A floor that answers something else is none. */
    private static void checkSame(Client client, String path, String name) {
        List<String> ours = ids(client.get(path).at("/items"), "id");
        List<String> bare = ids(client.get("/bare/replay/" + name).get(0), "c1");
        if (!ours.equals(bare.subList(0, ours.size()))) {
            throw new IllegalStateException("the floor of " + name + " answers other records");
        }
    }

    private static List<String> ids(JsonNode rows, String member) {
        return rows.valueStream().map(row -> row.get(member).asString()).toList();
    }

    private void read() {
        String id = admin.get("/records/account?limit=1&fields=name")
                .at("/items/0/id")
                .asString();
        String path = "/records/account/" + id;
        tapped("read", admin, path);
        duel.fight("read one, all its fields", 0.5, always(admin, path), always(admin, "/bare/replay/read"));
    }

    private void search(String when) {
        for (String term : List.of("澄川", "精密", "晟煜")) {
            String query = "/search?q=" + Client.encoded(term);
            duel.fight(
                    "search " + term + " in %,d accounts%s".formatted(options.rows(), when),
                    0.5,
                    always(admin, query),
                    always(admin, "/bare" + query));
        }
    }

    private void report() {
        String body = Client.JSON.writeValueAsString(SUMMED);
        admin.post("/reports/run", SUMMED);
        admin.send("PUT", "/bare/tap", java.net.http.HttpRequest.BodyPublishers.noBody(), "application/json");
        admin.post("/reports/run", SUMMED);
        admin.send("DELETE", "/bare/tap/report", java.net.http.HttpRequest.BodyPublishers.noBody(), "application/json");
        byte[] ours = admin.wire("POST", "/reports/run", body);
        byte[] bare = admin.wire("GET", "/bare/replay/report", "");
        Options one = new Options(options.names(), options.rows(), options.rounds(), options.turn(), 1, options.home());
        new Duel(one, server)
                .fight("report over %,d rows, one client".formatted(options.rows()), 1 / 1.15, () -> ours, () -> bare);
    }

    private void create() {
        server.database()
                .execute(
                        "create schema if not exists bench",
                        "drop table if exists bench.bare_lead",
                        "create table bench.bare_lead (like t_main.lead including all)",
                        "grant usage on schema bench to t_main",
                        "grant insert on bench.bare_lead to t_main");
        // other numbers than in earlier runs, whose leads are there
        AtomicInteger number = new AtomicInteger(Math.toIntExact(Instant.now().getEpochSecond() % 30_000 * 3_000));
        duel.fight(
                "create a lead with validation, duplicates, journal, search",
                0.35,
                () -> admin.wire("POST", "/records/lead", lead(number.incrementAndGet())),
                () -> admin.wire("POST", "/bare/lead", lead(number.incrementAndGet())));
    }

    private static String lead(int number) {
        Words words = new Words(number);
        return Client.JSON.writeValueAsString(Map.of(
                "name", words.person(),
                "company", words.company(),
                "mobile", "+86138%08d".formatted(number),
                "email", "lead" + number + "@example.com",
                "source", "website",
                "industry", words.pick(Accounts.INDUSTRIES),
                "region", "320505",
                "title", "采购经理",
                "description", words.note()));
    }

    /** Fifty thousand accounts more, without a vacuum in between, must not slow lists and searches down. */
    private void afterCreates() {
        server.database()
                .execute(
                        "alter table t_main.account set (autovacuum_enabled = false)",
                        "alter table t_main.search_entry set (autovacuum_enabled = false)");
        try {
            createMany();
            lists(", after 50,000 creates");
            search(", after 50,000 creates");
        } finally {
            server.database()
                    .execute(
                            "alter table t_main.account reset (autovacuum_enabled)",
                            "alter table t_main.search_entry reset (autovacuum_enabled)");
        }
    }

    private void createMany() {
        for (int from = 0; from < CREATED_FIRST; from += BATCH) {
            Words words = new Words(from);
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                rows.add(Map.of(
                        "name",
                        words.company(),
                        "industry",
                        words.pick(Accounts.INDUSTRIES),
                        "next_step",
                        words.note()));
            }
            admin.post("/records/account/batch?duplicates=allow", Map.of("create", rows));
        }
    }
}
