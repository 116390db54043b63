package io.hemai.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What flows cost: how soon they act, how many runs drain in a second, and what waiting runs and many rules cost everybody else. */
final class FlowsBench {
    private static final int DRAINED = 100_000;
    private static final int WAITING = 1_000_000;
    private static final int RULES = 200;
    private static final int CLIENTS = 4;
    private static final int BATCH = 100;
    private static final double PERCENTILE = 0.95;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String LIST =
            "/records/account?limit=50&sort=-updated_at&fields=name,industry,owner,updated_at";
    private static final String RUN_COLUMNS =
            "(id, flow, version, object, record, state, step, due_at, held, tries, depth,"
                    + " taken, begun_at) select uuidv7(), '%s', '%s', 'account', %s, 'running', 'steps[0]', %s, false, 0, 1, 0, now()";

    /** No flow. */
    private static final String ANY = "00000000-0000-7000-8000-000000000000";

    private final Options options;
    private final ServerProcess server;
    private final Client admin;
    private final Supplier<byte[]> creating;

    FlowsBench(Options options, ServerProcess server, Client admin) {
        this.options = options;
        this.server = server;
        this.admin = admin;
        AtomicInteger number = new AtomicInteger(Math.toIntExact(Instant.now().getEpochSecond() % 30_000 * 3_000));
        this.creating = () -> admin.wire("POST", "/records/lead?duplicates=allow", lead(number.incrementAndGet()));
    }

    void run() {
        Load load = new Load(server.port(), CLIENTS);
        load.run(options.turn().multipliedBy(3), creating, server);
        Load.Outcome plain = load.run(options.turn(), creating, server);
        soon(plain.perSecond());
        rules(load);
        waiting();
        drain();
    }

    private static String lead(int number) {
        Words words = new Words(number);
        return Client.JSON.writeValueAsString(Map.of("name", words.person(), "company", words.company()));
    }

    private String published(String object, Map<String, Object> trigger, Map<String, ?> when, Map<String, ?> set) {
        Map<String, Object> definition = Map.of(
                "trigger",
                trigger,
                "when",
                when,
                "steps",
                List.of(Map.of("do", "update", "input", Map.of("set", set))));
        String id = admin.post("/records/flow", Map.of("name", "bench", "object", object, "definition", definition))
                .at("/id")
                .asString();
        admin.post("/records/flow/" + id + "/publish", Map.of());
        return id;
    }

    private void stop(String flow) {
        admin.post("/records/flow/" + flow + "/stop", Map.of());
    }

    /** From the change to what the flow did about it, while changes come at half the rate at which they could. */
    private void soon(double perSecond) {
        String flow = published("lead", Map.of("kind", "created"), Map.of("and", List.of()), Map.of("title", "x"));
        paced(perSecond / 2, options.turn().multipliedBy(options.rounds()));
        until(() -> server.database().number("select count(*) from t_main.flow_run where state = 'running'") == 0);
        long p95 = server.database()
                .number(
                        "select percentile_disc(%s) within group (order by extract(epoch from done.at - set_off.at) * 1000)"
                                        .formatted(PERCENTILE)
                                + " from t_main.flow_run r join t_main.journal set_off on set_off.id = r.entry"
                                + " join t_main.journal done on done.origin = r.id where r.flow = '" + flow + "'");
        stop(flow);
        double seconds = p95 / 1000.0;
        Report.atMost(
                "trigger to effect, p95, at %.0f changes a second".formatted(perSecond / 2),
                1,
                new Spread(seconds, seconds, seconds),
                p95 + " ms",
                "1 s");
    }

    private void paced(double perSecond, Duration time) {
        long between = (long) (1e9 * CLIENTS / perSecond);
        long end = System.nanoTime() + time.toNanos();
        together(() -> {
            try (Wire wire = new Wire(server.port())) {
                for (long next = System.nanoTime(); next < end; next += between) {
                    Pause.of(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                    wire.exchange(creating.get());
                }
            }
            return true;
        });
    }

    private static void together(Callable<Boolean> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(CLIENTS, work))) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What each change costs more when many flows ask whether it is theirs, and it is nobody's. */
    private void rules(Load load) {
        List<String> flows = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            without.add(load.run(options.turn(), creating, server).cpuMillis());
            for (int i = flows.size(); i < RULES; i++) {
                Map<String, Object> never = Map.of("field", "title", "op", "eq", "value", "title " + i);
                flows.add(published("lead", Map.of("kind", "created"), never, Map.of("title", "x")));
            }
            flows.forEach(flow -> admin.post("/records/flow/" + flow + "/publish", Map.of()));
            with.add(load.run(options.turn(), creating, server).cpuMillis());
            flows.forEach(flow -> admin.post("/records/flow/" + flow + "/pause", Map.of()));
        }
        List<Double> more = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            more.add(with.get(i) - without.get(i));
        }
        flows.forEach(this::stop);
        Report.atMost(
                "processor time that %d rules add to a change, in ms".formatted(RULES),
                1,
                Spread.of(more),
                "%.2f ms".formatted(Spread.of(with).median()),
                "%.2f ms".formatted(Spread.of(without).median()));
    }

    /** What looking for due runs reads while very many wait. */
    private void waiting() {
        Database database = server.database();
        database.execute(
                "insert into t_main.flow_run "
                        + RUN_COLUMNS.formatted(ANY, ANY, "uuidv7()", "now() + interval '1 year'")
                        + " from generate_series(1, " + WAITING + ")",
                "vacuum analyze t_main.flow_run");
        long pages = database.on(connection -> pages(
                connection,
                "select * from t_main.flow_run where due_at <= now() and not held order by due_at limit 100"
                        + " for update skip locked"));
        database.execute("delete from t_main.flow_run where flow = '" + ANY + "'", "vacuum t_main.flow_run");
        Report.atMost(
                "pages that are read to find no run due among %,d".formatted(WAITING),
                8,
                new Spread(pages, pages, pages),
                pages + " pages",
                "an index probe");
    }

    private static long pages(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("explain (analyze, buffers, format json) " + sql);
                var result = statement.executeQuery()) {
            result.next();
            var plan = Client.JSON.readTree(result.getString(1)).at("/0/Plan");
            return plan.at("/Shared Hit Blocks").asLong()
                    + plan.at("/Shared Read Blocks").asLong();
        }
    }

    /** Very many runs that begin at once: how fast they are done, and what that is to who looks at lists meanwhile. */
    private void drain() {
        Database database = server.database();
        String flow =
                published("account", Map.of("kind", "button"), Map.of("and", List.of()), Map.of("next_step", "x"));
        String version = admin.get("/records/flow/" + flow).at("/published/id").asString();
        long quiet = listed(options.turn().multipliedBy(2), () -> false);
        int many = Math.min(DRAINED, options.rows());
        database.execute("insert into t_main.flow_run " + RUN_COLUMNS.formatted(flow, version, "id", "now()")
                + " from (select id from t_main.account limit " + many + ") a");
        String any = admin.get("/records/account?limit=1&fields=name")
                .at("/items/0/id")
                .asString();
        long begun = System.nanoTime();
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(any)));
        String open = "select count(*) from t_main.flow_run where flow = '%s' and state = 'running'".formatted(flow);
        long busy = listed(PATIENCE, () -> database.number(open) == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        stop(flow);
        double floor = bare(database, many);
        Report.atMost(
                "lists, p95, while %,d runs drain".formatted(many),
                2,
                new Spread((double) busy / quiet, (double) busy / quiet, (double) busy / quiet),
                "%.1f ms".formatted(busy / 1e6),
                "%.1f ms when all is quiet".formatted(quiet / 1e6));
        Report.note("%,d runs drain at %,.0f a second; bare updates of %d rows in a transaction: %,.0f rows a second"
                .formatted(many, many / seconds, BATCH, floor));
    }

    /** How long lists take, in ns at the percentile, for some time or until it is over. */
    private long listed(Duration time, BooleanSupplier over) {
        byte[] request = admin.wire("GET", LIST, "");
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        try (Wire wire = new Wire(server.port())) {
            while (System.nanoTime() < end && !(times.size() % BATCH == BATCH - 1 && over.getAsBoolean())) {
                long begun = System.nanoTime();
                wire.exchange(request);
                times.add(System.nanoTime() - begun);
                Pause.of(Duration.ofMillis(10));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(times);
        return times.get((int) (times.size() * PERCENTILE));
    }

    private static double bare(Database database, int many) {
        return database.on(connection -> {
            connection.setAutoCommit(false);
            List<Object> ids = new ArrayList<>();
            try (var result =
                    connection.createStatement().executeQuery("select id from t_main.account limit " + many)) {
                while (result.next()) {
                    ids.add(result.getObject(1));
                }
            }
            long begun = System.nanoTime();
            try (PreparedStatement update = connection.prepareStatement(
                    "update t_main.account set next_step = 'y', version = version + 1 where id = ?")) {
                for (int i = 0; i < ids.size(); i++) {
                    update.setObject(1, ids.get(i));
                    update.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        update.executeBatch();
                        connection.commit();
                    }
                }
                update.executeBatch();
                connection.commit();
            }
            return many / ((System.nanoTime() - begun) / 1e9);
        });
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("runs do not end");
            }
            Pause.shortly();
        }
    }
}
