package io.hemai.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A market's accounts with twenty fields of the company's own, as a file. */
final class Accounts {
    static final List<String> INDUSTRIES = List.of(
            "manufacturing",
            "software",
            "internet",
            "finance",
            "healthcare",
            "education",
            "retail",
            "trade",
            "logistics",
            "energy");
    private static final List<String> TIERS = List.of("a", "b", "c", "c");
    private static final List<String> REGIONS =
            List.of("110101", "310115", "320505", "330106", "340104", "420106", "440305", "510104");

    /**
     * A column of the file.
     *
     * @param name the field's
     * @param type the field's type when it is the company's own, else empty
     * @param cast makes its value from text {@code %s} in a floor's statement; empty for what the floor leaves out
     */
    record Column(String name, String type, String cast, BiFunction<Words, Integer, String> value) {}

    private static final List<Column> COLUMNS = columns();

    private Accounts() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("external_id", "", "%s", (w, n) -> "A" + n),
                new Column("name", "", "%s", (w, n) -> w.company()),
                new Column("industry", "", "%s", (w, n) -> w.pick(INDUSTRIES)),
                new Column("region", "", "%s", (w, n) -> w.pick(REGIONS)),
                new Column("tier", "", "%s", (w, n) -> w.pick(TIERS)),
                new Column("phone", "", "%s", (w, n) -> w.mobile()),
                new Column("employees", "", "%s::bigint", (w, n) -> String.valueOf(1 + w.below(5_000))),
                new Column("annual_revenue", "", "%s::numeric", (w, n) -> w.below(90_000_000) + ".00"),
                new Column("next_step", "", "%s", (w, n) -> w.note()),
                new Column("owner", "", "", (w, n) -> People.owner(n))));
        for (int i = 1; i <= 6; i++) {
            columns.add(new Column("c_text" + i, "text", "%s", (w, n) -> w.note()));
        }
        for (int i = 1; i <= 4; i++) {
            columns.add(new Column("c_number" + i, "integer", "%s::bigint", (w, n) -> String.valueOf(w.below(10_000))));
        }
        for (int i = 1; i <= 4; i++) {
            columns.add(new Column(
                    "c_decimal" + i, "decimal", "%s::numeric", (w, n) -> w.below(1_000) + "." + w.below(10)));
        }
        for (int i = 1; i <= 3; i++) {
            columns.add(new Column(
                    "c_date" + i,
                    "date",
                    "%s::date",
                    (w, n) -> "20%02d-%02d-%02d".formatted(10 + w.below(16), 1 + w.below(12), 1 + w.below(28))));
        }
        for (int i = 1; i <= 3; i++) {
            columns.add(
                    new Column("c_flag" + i, "boolean", "%s::boolean", (w, n) -> w.below(2) == 0 ? "true" : "false"));
        }
        return List.copyOf(columns);
    }

    static List<Column> all() {
        return COLUMNS;
    }

    /** Makes the company's own fields. */
    static void shape(Client admin) {
        for (Column column : COLUMNS) {
            if (!column.type().isEmpty()) {
                String name = column.name().substring("c_".length());
                admin.post(
                        "/meta/objects/account/fields",
                        Map.of("name", name, "type", column.type(), "label", Map.of("zh-CN", name, "en", name)));
            }
        }
    }

    /** Writes the accounts of those numbers. */
    static Path write(Path file, int from, int to) {
        Words words = new Words(from);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(COLUMNS.stream().map(Column::name).collect(Collectors.joining(",")));
            for (int number = from; number < to; number++) {
                out.newLine();
                for (Column column : COLUMNS) {
                    out.write(column.equals(COLUMNS.getFirst()) ? "" : ",");
                    out.write(column.value().apply(words, number));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which column is which field: all of them by their names. */
    static Map<String, Object> mapping() {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put(
                "columns",
                COLUMNS.stream()
                        .map(c -> Map.of("column", c.name(), "field", c.name()))
                        .toList());
        return mapping;
    }
}
