package io.hemai.bench;

import io.hemai.bench.Load.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lets Hemai and its floor take turns under the same load, so that whatever else the machine does meets both. */
final class Duel {
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int MOST_WARM_UPS = 30;
    /** Of the time; what is left is the odd method that is compiled late. */
    private static final double COMPILED = 0.05;

    private final Options options;
    private final ServerProcess server;

    Duel(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    /** Reports how Hemai does as a share of the floor. */
    void fight(String path, double goal, Supplier<byte[]> hemai, Supplier<byte[]> floor) {
        Load load = new Load(server.port(), options.clients());
        warmUp(load, floor);
        warmUp(load, hemai);
        List<Outcome> ours = new ArrayList<>();
        List<Outcome> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < options.rounds(); i++) {
            // who goes first changes, so that a drift of the machine's load meets both
            if (i % 2 == 0) {
                ours.add(load.run(options.turn(), hemai, server));
                bare.add(load.run(options.turn(), floor, server));
            } else {
                bare.add(load.run(options.turn(), floor, server));
                ours.add(load.run(options.turn(), hemai, server));
            }
            ratios.add(ours.getLast().perSecond() / bare.getLast().perSecond());
        }
        Report.atLeast(path, goal, Spread.of(ratios), side(ours), side(bare));
    }

    /** Until the JVM has compiled what is measured, as a server that serves has long done. */
    private void warmUp(Load load, Supplier<byte[]> requests) {
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            Duration before = server.compiling();
            load.run(WARM_UP, requests, server);
            if (server.compiling().minus(before).toMillis() < COMPILED * WARM_UP.toMillis()) {
                return;
            }
        }
    }

    private static String side(List<Outcome> outcomes) {
        double perSecond =
                Spread.of(outcomes.stream().map(Outcome::perSecond).toList()).median();
        double cpu =
                Spread.of(outcomes.stream().map(Outcome::cpuMillis).toList()).median();
        return "%,.0f/s, %.2f ms CPU".formatted(perSecond, cpu);
    }
}
