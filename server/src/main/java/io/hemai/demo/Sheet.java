package io.hemai.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the files in {@code demo/}. */
final class Sheet {
    private Sheet() {}

    /** One line of a table. */
    record Row(NamedCsvRecord cells) {
        String text(String column) {
            return cells.getField(column);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        double share(String column) {
            return Double.parseDouble(text(column));
        }

        BigDecimal money(String column) {
            return new BigDecimal(text(column));
        }

        List<String> list(String column) {
            return List.of(text(column).split("/"));
        }
    }

    static <T> List<T> rows(String file, Function<Row, T> make) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(open(file + ".csv"))) {
            return rows.stream().map(Row::new).map(make).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table with a column {@code stage}, by stage, each in the order of the file. */
    static <T> Map<String, List<T>> byStage(String file, Function<Row, T> make) {
        return rows(file, Function.identity()).stream()
                .collect(
                        Collectors.groupingBy(row -> row.text("stage"), Collectors.mapping(make, Collectors.toList())));
    }

    /** The words of each line, parted by blanks. */
    static List<List<String>> words(String file) {
        try (InputStream text = open(file + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Sheet.class.getResourceAsStream("/demo/" + file), file);
    }
}
