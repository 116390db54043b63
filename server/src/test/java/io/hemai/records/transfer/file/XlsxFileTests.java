package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTests {
    @TempDir
    private Path folder;

    private List<Row> read(String rows) throws IOException {
        return Given.rows(Given.zip(folder, Given.workbookParts(rows)));
    }

    /** The text of one cell that stands below a header. */
    private String cell(Map<String, String> parts) throws IOException {
        return Given.cells(Given.zip(folder, parts)).getFirst().getFirst();
    }

    private static Map<String, String> withCell(String cell) {
        return Given.workbookParts(
                "<row r='1'><c r='A1' t='inlineStr'><is><t>h</t></is></c></row><row r='2'>" + cell + "</row>");
    }

    private static Map<String, String> withFormat(String value, String format) {
        Map<String, String> parts = withCell("<c r='A2' s='1'><v>" + value + "</v></c>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='" + format
                        + "'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>");
        return parts;
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "1E+10, 10000000000",
        "1.1010119900307E+17, 110101199003070000",
        "110101199003071234, 110101199003071234",
        "-12.50, -12.5",
        "1234.5600000000001, 1234.56",
        "0, 0",
        "1E-7, 0.0000001",
        "not-a-number, not-a-number"
    })
    void writesNumbersAsAPersonWould(String stored, String shown) throws IOException {
        assertThat(cell(withCell("<c r='A2'><v>" + stored + "</v></c>"))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "45352 ~ yyyy-mm-dd ~ 2024-03-01",
                "45352 ~ yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@ ~ 2024-03-01",
                "45352.572916666664 ~ yyyy/m/d h:mm ~ 2024-03-01T13:45:00",
                "45352 ~ [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy ~ 2024-03-01",
                "0.5729166666666666 ~ h:mm:ss ~ 13:45:00",
                "2.0625 ~ [h]:mm ~ 49:30:00",
                "45352.99999999999 ~ yyyy-mm-dd hh:mm ~ 2024-03-02T00:00:00",
                "59 ~ yyyy-mm-dd ~ 1900-02-28",
                "61 ~ yyyy-mm-dd ~ 1900-03-01",
                "0.155 ~ 0.0% ~ 15.5%",
                "1200 ~ &quot;¥&quot;#,##0.00;[Red]-#,##0.00 ~ 1200",
                "7 ~ General&quot; days&quot; ~ 7",
                "12000000 ~ 0.00E+00 ~ 12000000"
            })
    void readsDatesByTheirFormat(String stored, String format, String shown) throws IOException {
        assertThat(cell(withFormat(stored, format))).isEqualTo(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Map<String, String> parts = withFormat("43890", "yyyy-mm-dd");
        parts.computeIfPresent(
                "xl/workbook.xml", (n, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904='1'/>"));
        assertThat(cell(parts)).isEqualTo("2024-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<c t='b'><v>1</v></c> ~ TRUE",
                "<c t='str'><f>A1&amp;\"!\"</f><v>hi</v></c> ~ hi",
                "<c><f>1+2</f><v>3</v></c> ~ 3",
                "<c t='e'><v>#N/A</v></c> ~ #N/A",
                "<c t='inlineStr'><is><r><t>北</t></r><r><t>京</t></r><rPh><t>ペキン</t></rPh></is></c> ~ 北京",
                "<c t='inlineStr'><is><t>a_x000D_b_x00e9_</t></is></c> ~ 'a\rbé'"
            })
    void readsEveryKindOfCell(String cell, String shown) throws IOException {
        assertThat(cell(withCell(cell))).isEqualTo(shown);
    }

    @Test
    void readsSharedStrings() throws IOException {
        Map<String, String> parts = withCell("<c r='A2' t='s'><v>1</v></c>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>zero</t></si><si><t xml:space='preserve'> one </t></si></sst>");
        assertThat(cell(parts)).isEqualTo(" one ");
    }

    @Test
    void keepsManySharedStringsOutsideOfTheHeap() throws IOException {
        StringBuilder table = new StringBuilder("<sst>");
        for (int i = 0; i < 150_000; i++) {
            table.append("<si><t>客户").append(i).append("</t></si>");
        }
        Path part = Given.csv(folder, table + "</sst>");
        try (SharedStrings strings = SharedStrings.read(Files.newInputStream(part), 100)) {
            assertThat(strings.spilled()).isEqualTo(50_000);
            for (int i : new int[] {0, 99_999, 100_000, 100_001, 100_016, 123_457, 149_999}) {
                assertThat(strings.at(i)).isEqualTo("客户" + i);
            }
            assertThatThrownBy(() -> strings.at(150_000)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void fillsLeftOutCellsAndIgnoresEmptyRows() throws IOException {
        assertThat(
                        read(
                                "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>3</v></c></row><row r='3'><c r='A3' s='0'/></row>"
                                        + "<row r='9'><c r='B9'><v>5</v></c></row><row r='1048576'><c r='XFD1048576' s='0'/></row>"))
                .containsExactly(new Row(9, List.of("", "5", ""), null));
    }

    @Test
    void skipsATitleOverTheTable() throws IOException {
        String rows = "<row r='1'><c r='A1'><v>2024</v></c></row>"
                + "<row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c><c r='C2'><v>3</v></c></row>"
                + "<row r='3'><c r='A3'><v>4</v></c><c r='B3'><v>5</v></c><c r='C3'><v>6</v></c></row>";
        assertThat(read(rows)).containsExactly(new Row(3, List.of("4", "5", "6"), null));
    }

    @Test
    void listsSheetsAndReadsTheOneAskedFor() throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", null)) {
            for (String name : List.of("线索", "Empty", "客户")) {
                Worksheet sheet = workbook.newWorksheet(name);
                if (!name.equals("Empty")) {
                    sheet.value(0, 0, "name");
                    sheet.value(1, 0, name + "!");
                }
                sheet.finish();
            }
        }
        try (TableFile opened = TableFile.open(file, "sheets.xlsx");
                RowCursor rows = opened.table("客户").rows()) {
            assertThat(opened.tables()).extracting(Table::name).containsExactly("线索", "客户");
            assertThat(rows.next().cells()).containsExactly("客户!");
            assertThatThrownBy(() -> opened.table("nope")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesEntitiesWhateverTheySay() {
        Map<String, String> parts = withCell("<c t='inlineStr'><is><t>&x;</t></is></c>");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (n, xml) -> "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + xml);
        assertRefused(parts, FileError.DAMAGED);
    }

    @Test
    void refusesAPartThatUnpacksToFarTooMuch() {
        Map<String, String> parts = withCell("<c r='A2'><v>1</v></c>");
        parts.put("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(8_000_000) + "</sst>");
        assertRefused(parts, FileError.ZIP_BOMB);
    }

    @Test
    void refusesTooManyParts() {
        Map<String, String> parts = withCell("<c r='A2'><v>1</v></c>");
        for (int i = 0; i < 10_001; i++) {
            parts.put("x" + i, "");
        }
        assertRefused(parts, FileError.ZIP_BOMB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"<c r='ZZZZZZ2'><v>1</v></c>", "<c r='A2' t='s'><v>2000000000</v></c>", "<c r='A2'><v>1</w></c>"})
    void refusesASheetThatLies(String cell) {
        assertRefused(withCell(cell), FileError.DAMAGED);
    }

    private void assertRefused(Map<String, String> parts, FileError error) {
        Path file = Given.zip(folder, parts);
        assertThatThrownBy(() -> Given.rows(file))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(error));
    }
}
