package io.hemai.records.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a CSV text is written.
 *
 * @param skippedLines physical lines before the table: one when the first says {@code sep=;} to Excel
 */
public record CsvDialect(Encoding encoding, char delimiter, int skippedLines) {
    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int SAMPLE_LINES = 300;
    private static final int SAMPLE_LINE_CHARS = 64 * 1024;

    /** Finds what was not told from the content. */
    static CsvDialect detect(Path file, TextForm form) throws IOException {
        Charset told = form.charset();
        Encoding encoding = told == null ? Encoding.of(file) : Encoding.as(file, told);
        List<String> sample = new ArrayList<>();
        try (LineReader lines = lines(file, encoding, SAMPLE_LINE_CHARS)) {
            LineReader.Line line = lines.next();
            while (line != null && sample.size() < SAMPLE_LINES) {
                sample.add(line.text());
                line = lines.next();
            }
        }
        String first = sample.isEmpty() ? "" : sample.getFirst();
        if (first.length() == 5 && first.regionMatches(true, 0, "sep=", 0, 4)) {
            return new CsvDialect(encoding, told(form).orElse(first.charAt(4)), 1);
        }
        return new CsvDialect(encoding, told(form).orElseGet(() -> likeliest(sample)), 0);
    }

    private static Optional<Character> told(TextForm form) {
        return Optional.ofNullable(form.delimiter()).map(text -> text.charAt(0));
    }

    static LineReader lines(Path file, Encoding encoding, int mostChars) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.skipNBytes(encoding.markBytes());
        return new LineReader(
                new InputStreamReader(
                        bytes,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                mostChars);
    }

    private static char likeliest(List<String> sample) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of records that have the commonest width, weighted with that width; 0 when they are single cells. */
    private static double score(List<String> sample, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int headerWidth = 0;
        RecordParser parser = new RecordParser(delimiter);
        for (String line : sample) {
            if (line.isBlank()) {
                continue;
            }
            if (parser.feed(line)) {
                int width = parser.take().size();
                headerWidth = headerWidth == 0 ? width : headerWidth;
                widths.merge(width, 1, Integer::sum);
                records++;
            } else {
                parser.feedBreak("\n");
            }
        }
        int common = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
        if (common == 1 || (headerWidth == 1 && common < 3)) {
            return 0;
        }
        double share = widths.getOrDefault(common, 0) / (double) records;
        return share * share * Math.log(1 + common) * (headerWidth == common ? 2 : 1);
    }
}
