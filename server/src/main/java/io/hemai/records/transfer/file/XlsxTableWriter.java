package io.hemai.records.transfer.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of one table with a bold header that stays in view; continues on a further sheet when one is full.
 *
 * <p>Texts are texts in a workbook, whatever they begin with: nothing needs to be disarmed.
 */
public final class XlsxTableWriter implements TableWriter {
    private static final int FLUSH_ROWS = 200;
    private static final int MOST_CHARS = 32_767;
    private static final int EXACT_DIGITS = 15;
    private static final int HEADER_CHARS_WIDE = 30;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    private static final Pattern ESCAPED = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final org.dhatim.fastexcel.Workbook workbook;
    private final String sheetName;
    private final int mostRows;
    private List<String> names = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    /** Begins a file with a sheet of that name. */
    public XlsxTableWriter(OutputStream stream, String sheetName) {
        this(stream, sheetName, Worksheet.MAX_ROWS);
    }

    XlsxTableWriter(OutputStream stream, String sheetName, int mostRows) {
        this.workbook = new org.dhatim.fastexcel.Workbook(new Unclosed(stream), "Hemai", null);
        this.sheetName = sheetName;
        this.mostRows = mostRows;
        this.sheet = workbook.newWorksheet(sheetName);
    }

    @Override
    public void header(List<String> columnNames) throws IOException {
        names = List.copyOf(columnNames);
        writeHeader();
    }

    private void writeHeader() throws IOException {
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            sheet.width(c, Math.clamp(name.length() * 2L, 10, HEADER_CHARS_WIDE));
            sheet.inlineString(0, c, fitting(name));
            sheet.style(0, c).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (row >= mostRows) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(sheetName + " (" + sheets + ")");
            row = 0;
            writeHeader();
        }
        for (int c = 0; c < cells.size(); c++) {
            write(c, cells.get(c));
        }
        row++;
        if (row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Text text -> text(column, text.value());
            case Cell.Decimal number -> number(column, number.value());
            case Cell.Day date -> moment(column, cell, date.value().atStartOfDay(), "yyyy-mm-dd");
            case Cell.Moment time -> moment(column, cell, time.value(), "yyyy-mm-dd hh:mm:ss");
        }
    }

    private void text(int column, String value) {
        if (!value.isEmpty()) {
            sheet.inlineString(row, column, fitting(value));
        }
    }

    /** A number with more digits than Excel keeps is a text: a wrong number would be worse. */
    private void number(int column, BigDecimal value) {
        if (value.stripTrailingZeros().precision() > EXACT_DIGITS) {
            text(column, value.toPlainString());
        } else {
            sheet.value(row, column, value);
        }
    }

    /** Stored as days since the zero day, free of time zones; dates that Excel does not know stay texts. */
    private void moment(int column, Cell cell, LocalDateTime value, String format) {
        LocalDate day = value.toLocalDate();
        if (day.isBefore(FIRST_DATE) || day.isAfter(LAST_DATE)) {
            text(column, cell.shown());
            return;
        }
        BigDecimal seconds = BigDecimal.valueOf(value.toLocalTime().toSecondOfDay());
        sheet.value(
                row,
                column,
                BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day))
                        .add(seconds.divide(SECONDS_A_DAY, 10, RoundingMode.HALF_UP)));
        sheet.style(row, column).format(format).set();
    }

    /** Cut to what a cell may hold, else Excel calls the file damaged; what looks like an escaped character is escaped. */
    private static String fitting(String text) {
        String cut = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS - 1) + "…";
        return cut.contains("_x") ? ESCAPED.matcher(cut).replaceAll("_x005F_$1") : cut;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** Passes everything on but the closing. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream stream;

        Unclosed(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            stream.flush();
        }
    }
}
