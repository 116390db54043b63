package io.hemai.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure and how long.
 *
 * @param names of the measures; empty for all
 * @param rows accounts in the table that lists and searches read
 * @param rounds in which Hemai and floor take turns
 * @param turn length of each one's turn
 */
record Options(List<String> names, int rows, int rounds, Duration turn, int clients, Path home) {
    private static final int MILLION = 1_000_000;
    static final String USAGE = "[measure ...] [--rows N] [--rounds N] [--seconds N] [--clients N] [--home DIR]";

    static Options of(String... arguments) {
        Options options = new Options(
                List.of(),
                MILLION,
                7,
                Duration.ofSeconds(4),
                16,
                Path.of("bench", "target", "home").toAbsolutePath());
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                options = options.and(arguments[i]);
            } else if (i + 1 < arguments.length) {
                options = options.with(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return options;
    }

    private Options and(String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return new Options(List.copyOf(more), rows, rounds, turn, clients, home);
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--rows" -> new Options(names, Integer.parseInt(value), rounds, turn, clients, home);
            case "--rounds" -> new Options(names, rows, Integer.parseInt(value), turn, clients, home);
            case "--seconds" ->
                new Options(names, rows, rounds, Duration.ofSeconds(Long.parseLong(value)), clients, home);
            case "--clients" -> new Options(names, rows, rounds, turn, Integer.parseInt(value), home);
            case "--home" ->
                new Options(names, rows, rounds, turn, clients, Path.of(value).toAbsolutePath());
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    boolean asksFor(String name) {
        return names.isEmpty() || names.contains(name);
    }
}
