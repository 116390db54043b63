package io.hemai.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The official days of countries, {@code calendar/<country>.csv}: days off, and days worked instead. */
final class ReadyDays {
    private ReadyDays() {}

    /** One of them. */
    record Day(LocalDate day, DayKind kind, String name) {}

    /** Those of the country, named for readers of the language; none where there is no file. */
    static List<Day> of(String country, Locale language) {
        InputStream file = ReadyDays.class.getResourceAsStream("/calendar/" + country + ".csv");
        if (file == null) {
            return List.of();
        }
        String name = language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en";
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream().flatMap(line -> days(line, name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Day> days(NamedCsvRecord line, String name) {
        DayKind kind = DayKind.valueOf(line.getField("kind").toUpperCase(Locale.ROOT));
        LocalDate last = LocalDate.parse(line.getField("to"));
        return LocalDate.parse(line.getField("from"))
                .datesUntil(last.plusDays(1))
                .map(day -> new Day(day, kind, line.getField(name)));
    }
}
