package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTests {
    /** Texts are put together from these: whatever a delimiter, quote, encoding or formula could trip over. */
    private static final String[] PIECES = {
        "a", "北京", ",", ";", "\"", "\"\"", "\n", "\r\n", "=", "+", "-", "@", "'", "\t", " ", "1", "12.5", "😀", "é",
        "|", "_x0041_"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "-",
                "+1 555-0100",
                ";=1",
                " =1",
                "\u3000;；@x"
            })
    void disarmsFormulas(String text) {
        assertThat(Formulas.disarm(text)).isEqualTo("'" + text);
        assertThat(Formulas.restore("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-12.5", "+8613800138000", "+86 138 0013 8000", "-1,234.50", "-1.5E-7", "-3%", "a=b", "", "'"})
    void leavesNumbersPhonesAndOtherTextsAlone(String text) {
        assertThat(Formulas.disarm(text)).isEqualTo(text);
        assertThat(Formulas.restore(text)).isEqualTo(text);
    }

    @Test
    void writesCsvThatExcelOpensRightly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTableWriter csv = new CsvTableWriter(bytes)) {
            csv.header(List.of("名称", "amount", "day", "at"));
            csv.row(List.of(
                    Cell.of("a,\"b\""),
                    new Cell.Decimal(new BigDecimal("-12.50")),
                    new Cell.Day(LocalDate.of(2024, 3, 1)),
                    new Cell.Moment(LocalDateTime.of(2024, 3, 1, 9, 5))));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF名称,amount,day,at\r\n\"a,\"\"b\"\"\",-12.50,2024-03-01,2024-03-01 09:05:00\r\n");
    }

    @Test
    void aCellStaysOneWhereOtherThingsSeparate() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTableWriter csv = new CsvTableWriter(bytes)) {
            csv.texts(List.of("a;=1", ";=1", "a\t=1", "plain"));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF\"a;=1\",\"';=1\",\"a\t=1\",plain\r\n");
    }

    @Test
    void whatIsWrittenAsCsvIsReadTheSame() throws IOException {
        Random random = new Random(20260301);
        for (int trial = 0; trial < 200; trial++) {
            List<List<String>> table = table(random);
            Path file = Files.createTempFile(folder, "trip", ".csv");
            try (OutputStream out = Files.newOutputStream(file);
                    CsvTableWriter csv = new CsvTableWriter(out)) {
                csv.header(table.getFirst());
                for (List<String> row : table.subList(1, table.size())) {
                    csv.texts(row);
                }
            }
            assertThat(Given.cells(file))
                    .map(row -> row.stream().map(Formulas::restore).toList())
                    .isEqualTo(table.subList(1, table.size()));
        }
    }

    @Test
    void whatIsWrittenAsXlsxIsReadTheSame() throws IOException {
        Random random = new Random(20260302);
        for (int trial = 0; trial < 50; trial++) {
            List<List<String>> table = table(random);
            Path file = Files.createTempFile(folder, "trip", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file);
                    XlsxTableWriter xlsx = new XlsxTableWriter(out, "Data")) {
                xlsx.header(table.getFirst());
                for (List<String> row : table.subList(1, table.size())) {
                    xlsx.row(row.stream().map(Cell::of).toList());
                }
            }
            assertThat(Given.cells(file)).isEqualTo(table.subList(1, table.size()));
        }
    }

    private static List<List<String>> table(Random random) {
        int width = 1 + random.nextInt(5);
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            header.add("列名" + c);
        }
        table.add(header);
        for (int r = random.nextInt(30); r >= 0; r--) {
            List<String> row = new ArrayList<>(List.of("k" + r));
            for (int c = 1; c < width; c++) {
                StringBuilder text = new StringBuilder();
                for (int p = random.nextInt(5); p > 0; p--) {
                    text.append(PIECES[random.nextInt(PIECES.length)]);
                }
                row.add(text.toString());
            }
            table.add(row);
        }
        return table;
    }

    @Test
    void writesTypedCellsThatAnotherReaderUnderstands() throws IOException {
        Path file = folder.resolve("typed.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                XlsxTableWriter xlsx = new XlsxTableWriter(out, "商机")) {
            xlsx.header(List.of("名称", "金额", "日期", "时间", "编号"));
            xlsx.row(List.of(
                    Cell.of("=1+1"),
                    new Cell.Decimal(new BigDecimal("1200.50")),
                    new Cell.Day(LocalDate.of(2024, 3, 1)),
                    new Cell.Moment(LocalDateTime.of(2024, 3, 31, 2, 30, 15)),
                    new Cell.Decimal(new BigDecimal("110101199003071234"))));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            var row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("1200.5");
            assertThat(row.getCell(2).asDate()).isEqualTo(LocalDateTime.of(2024, 3, 1, 0, 0));
            assertThat(row.getCell(3).asDate()).isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30, 15));
            assertThat(row.getCell(4).asString()).isEqualTo("110101199003071234");
        }
        assertThat(Given.cells(file))
                .containsExactly(List.of("=1+1", "1200.5", "2024-03-01", "2024-03-31T02:30:15", "110101199003071234"));
    }

    @Test
    void goesOnOnTheNextSheetWhenOneIsFull() throws IOException {
        Path file = folder.resolve("full.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                XlsxTableWriter xlsx = new XlsxTableWriter(out, "n", 3)) {
            xlsx.header(List.of("n"));
            for (int i = 0; i < 5; i++) {
                xlsx.row(List.of(Cell.of("v" + i)));
            }
        }
        try (TableFile opened = TableFile.open(file, "full.xlsx");
                RowCursor second = opened.table("n (2)").rows()) {
            assertThat(opened.tables()).hasSize(3);
            assertThat(second.stream().map(Row::cells)).containsExactly(List.of("v2"), List.of("v3"));
        }
    }
}
