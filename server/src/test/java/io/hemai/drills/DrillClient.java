package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes deals of its own until the server is gone, and keeps a ledger of what it was answered. */
final class DrillClient implements Runnable {
    /** What is asked for and not answered yet. */
    private enum Asked {
        NOTHING,
        CREATE,
        UPDATE,
        DELETE
    }

    /** How a deal stands as far as this client was told. */
    private static final class Line {
        final String name;

        @Nullable
        String id;

        long version;
        int amount;
        boolean deleted;
        Asked asked = Asked.CREATE;
        int wanted;

        Line(String name, int wanted) {
            this.name = name;
            this.wanted = wanted;
        }
    }

    private final int number;
    private final Api api;
    private final String account;
    private final AtomicInteger answered;
    private final Random random;
    private final List<Line> ledger = new ArrayList<>();
    private @Nullable Throwable failure;

    DrillClient(int number, Api api, String account, AtomicInteger answered) {
        this.number = number;
        this.api = api;
        this.account = account;
        this.answered = answered;
        this.random = new Random(number);
    }

    /** What went wrong before the server was gone; null when nothing did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                write();
                answered.incrementAndGet();
            }
        } catch (RuntimeException | AssertionError ended) {
            failure = KillDrillTests.dying(ended) ? null : ended;
        }
    }

    private void write() {
        List<Line> standing = ledger.stream().filter(l -> !l.deleted).toList();
        int choice = random.nextInt(10);
        if (standing.isEmpty() || choice < 5) {
            create();
        } else if (choice < 9) {
            update(standing.get(random.nextInt(standing.size())));
        } else {
            delete(standing.get(random.nextInt(standing.size())));
        }
    }

    private void create() {
        Line line = new Line("drill" + number + "n" + ledger.size() + "end", random.nextInt(1_000));
        ledger.add(line);
        Answer made = api.post(
                        "/records/opportunity",
                        Map.of("name", line.name, "account", account, "amount", "" + line.wanted))
                .expect(201);
        line.id = made.text("id");
        settle(line, made.at("version").asLong());
    }

    private void update(Line line) {
        line.asked = Asked.UPDATE;
        line.wanted = line.amount + 1;
        Answer changed = api.header("If-Match", "\"" + line.version + "\"")
                .patch("/records/opportunity/" + line.id, Map.of("amount", "" + line.wanted))
                .expect(200);
        settle(line, changed.at("version").asLong());
    }

    private void delete(Line line) {
        line.asked = Asked.DELETE;
        api.header("If-Match", "\"" + line.version + "\"")
                .delete("/records/opportunity/" + line.id)
                .expect(204);
        line.deleted = true;
        line.asked = Asked.NOTHING;
    }

    private static void settle(Line line, long version) {
        line.version = version;
        line.amount = line.wanted;
        line.asked = Asked.NOTHING;
    }

    /** Holds the ledger against the server. */
    void compare(Api server) {
        for (Line line : ledger) {
            if (line.id == null) {
                findWhole(server, line);
            } else {
                compare(server, line, line.id);
            }
        }
    }

    private static void compare(Api server, Line line, String id) {
        Answer standing = server.get("/records/opportunity/" + id);
        if (line.deleted || (line.asked == Asked.DELETE && standing.status() == 404)) {
            standing.expect(404);
            assertThat(found(server, line.name)).doesNotContain(id);
            return;
        }
        long version = standing.expect(200).at("version").asLong();
        if (line.asked == Asked.UPDATE && version == line.version + 1) {
            settle(line, version);
        }
        assertThat(version).as(line.name).isEqualTo(line.version);
        whole(server, standing, id, line.amount);
    }

    /** A creation without an answer happened whole or not at all. */
    private static void findWhole(Api server, Line line) {
        Answer found = server.post(
                        "/records/opportunity/query",
                        Map.of("filter", Map.of("field", "name", "op", "eq", "value", line.name)))
                .expect(200);
        assertThat(found.at("items").size()).isLessThan(2);
        if (found.at("items").size() == 1) {
            String id = found.text("/items/0/id");
            whole(server, server.get("/records/opportunity/" + id), id, line.wanted);
        }
    }

    /** The record, its journal and its place in the search say the same. */
    private static void whole(Api server, Answer standing, String id, int amount) {
        assertThat(standing.text("/amount/amount")).isEqualTo(amount + ".00");
        Answer history =
                server.get("/records/opportunity/" + id + "/history?limit=200").expect(200);
        assertThat(history.at("items").size())
                .isEqualTo((int) standing.at("version").asLong());
        assertThat(found(server, standing.text("name"))).contains(id);
    }

    private static String found(Api server, String name) {
        return server.get("/search?q=" + name).expect(200).raw();
    }
}
