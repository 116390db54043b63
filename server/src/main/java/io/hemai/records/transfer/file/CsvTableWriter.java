package io.hemai.records.transfer.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The one writer of CSV: RFC 4180 in UTF-8 with the mark that Excel needs, formulas disarmed. */
public final class CsvTableWriter implements TableWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** So that the cell stays one where semicolons or tabs separate, and nothing behind them becomes a formula. */
    private static final QuoteStrategy SEPARATORS_QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int place, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final BufferedWriter out;
    private final CsvWriter csv;

    /** Begins a file. */
    public CsvTableWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(SEPARATORS_QUOTED)
                .build(out);
    }

    @Override
    public void header(List<String> names) {
        texts(names);
    }

    @Override
    public void row(List<Cell> cells) {
        texts(cells.stream().map(Cell::shown).toList());
    }

    /** Writes a row of texts, such as a row of an import that goes back to its sender. */
    public void texts(List<String> texts) {
        List<String> safe = new ArrayList<>(texts.size());
        for (String text : texts) {
            safe.add(Formulas.disarm(text));
        }
        csv.writeRecord(safe);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.flush();
    }
}
