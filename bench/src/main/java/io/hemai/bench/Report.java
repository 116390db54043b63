package io.hemai.bench;

import java.util.Locale;

/** Prints what was measured as rows of a Markdown table. */
final class Report {
    private Report() {}

    static void head() {
        line("| path | goal | ratio (least - most) | Hemai | floor | |");
        line("|---|---|---|---|---|---|");
    }

    /** A ratio that should not be below the goal. */
    static void atLeast(String path, double goal, Spread ratio, String hemai, String floor) {
        row(path, "≥ %.2f".formatted(goal), ratio, hemai, floor, ratio.median() >= goal);
    }

    /** A ratio that should not be above the goal. */
    static void atMost(String path, double goal, Spread ratio, String hemai, String floor) {
        row(path, "≤ %.2f".formatted(goal), ratio, hemai, floor, ratio.median() <= goal);
    }

    private static void row(String path, String goal, Spread ratio, String hemai, String floor, boolean met) {
        line(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f (%.2f - %.2f) | %s | %s | %s |",
                path,
                goal,
                ratio.median(),
                ratio.least(),
                ratio.most(),
                hemai,
                floor,
                met ? "met" : "MISSED"));
    }

    /** Something to know beside the ratios. */
    static void note(String text) {
        line("| " + text + " | | | | | |");
    }

    private static void line(String text) {
        System.out.println(text);
        System.out.flush();
    }
}
