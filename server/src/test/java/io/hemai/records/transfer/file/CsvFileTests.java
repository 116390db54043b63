package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {
    private static final String CUSTOMERS = "公司,City\n北京云帆科技有限公司,Beijing\n上海明德教育集团,Shanghai\n";

    @TempDir
    private Path folder;

    private List<Row> read(String text) throws IOException {
        return Given.rows(Given.csv(folder, text));
    }

    private List<List<String>> cells(String text) throws IOException {
        return read(text).stream().map(Row::cells).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void readsChineseInEveryEncoding(String name) throws IOException {
        String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
        Path file = Given.csv(folder, mark + CUSTOMERS, Charset.forName(name));
        assertThat(Given.cells(file))
                .containsExactly(List.of("北京云帆科技有限公司", "Beijing"), List.of("上海明德教育集团", "Shanghai"));
    }

    @Test
    void readsUtf8WithByteOrderMark() throws IOException {
        try (TableFile file = TableFile.open(Given.csv(folder, "\uFEFF" + CUSTOMERS), "客户.csv")) {
            assertThat(file.format()).isEqualTo(TableFile.Format.CSV);
            assertThat(file.table().header().names()).containsExactly("公司", "City");
            assertThat(file.table().name()).isEqualTo("客户.csv");
        }
    }

    @Test
    void findsGbkThoughTheFirstChineseCharacterComesLate() throws IOException {
        String text = "name,city\n" + "Acme Ltd,Berlin\n".repeat(20_000) + "云帆,北京\n";
        assertThat(Given.cells(Given.csv(folder, text, Charset.forName("GBK"))))
                .last()
                .isEqualTo(List.of("云帆", "北京"));
    }

    @Test
    void takesWesternLettersForWesternLetters() throws IOException {
        String text = "name,city\nJürgen Müller,München\nAndré Lefèvre,Besançon\nZoë Núñez,Cádiz\n";
        Path file = Given.csv(folder, text, Charset.forName("windows-1252"));
        assertThat(Given.cells(file))
                .contains(List.of("Jürgen Müller", "München"), List.of("André Lefèvre", "Besançon"));
    }

    @Test
    void takesWesternLettersForWesternLettersThoughTheyCouldBeChinese() throws IOException {
        String text = "name,city\nJürgen Müller,München\nGärtner,Nürnberg\n";
        Path file = Given.csv(folder, text, Charset.forName("windows-1252"));
        assertThat(Given.cells(file)).contains(List.of("Gärtner", "Nürnberg"));
    }

    @Test
    void marksARowWhoseBytesAreNoCharacters() throws IOException {
        byte[] bytes = (CUSTOMERS.repeat(3) + "X?,Wuhan\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 8] = (byte) 0xFF;
        List<Row> rows = Given.rows(Given.file(folder, bytes));
        assertThat(rows).last().extracting(Row::defect).isEqualTo(FileError.ROW_UNREADABLE);
        assertThat(rows.getFirst().cells().getFirst()).isEqualTo("北京云帆科技有限公司");
        assertThat(rows.getFirst().whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterThoughOthersStandInQuotes(String delimiter) throws IOException {
        String text = "name,note,city\n\"a;b|c\",\"x\ty\",\"1,5\"\n".replace("\",\"", "\"" + delimiter + "\"");
        text = text.replace("name,note,city", String.join(delimiter, "name", "note", "city"));
        assertThat(cells(text)).containsExactly(List.of("a;b|c", "x\ty", "1,5"));
    }

    @Test
    void obeysTheDelimiterToldToExcel() throws IOException {
        assertThat(read("sep=;\nname;note\na,b;c\n")).containsExactly(new Row(3, List.of("a,b", "c"), null));
    }

    @Test
    void aFileOfOneColumnStaysOne() throws IOException {
        assertThat(cells("company\nAcme\nSmith, Jones\nBeta\n"))
                .containsExactly(List.of("Acme"), List.of("Smith", " Jones"), List.of("Beta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void numbersLinesAsAnEditorDoes(String end) throws IOException {
        String text = String.join(end, "name,note", "a,\"two", "lines\"", "", "b,x", "");
        assertThat(read(text))
                .containsExactly(
                        new Row(2, List.of("a", "two" + end + "lines"), null), new Row(5, List.of("b", "x"), null));
    }

    @Test
    void keepsRaggedRowsAsTheyAre() throws IOException {
        assertThat(read("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n"))
                .containsExactly(
                        new Row(2, List.of("1", "2"), FileError.ROW_TOO_SHORT),
                        new Row(3, List.of("1", "2", "3", "4"), FileError.ROW_TOO_LONG),
                        new Row(4, List.of("1", "2", "3"), null));
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnLineOnly() throws IOException {
        assertThat(read("a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n"))
                .containsExactly(
                        new Row(2, List.of("1", "\"2", "3"), FileError.ROW_UNCLOSED_QUOTE),
                        new Row(3, List.of("4", "5", "6"), null),
                        new Row(4, List.of("7", "8", "9"), null));
    }

    @Test
    void aQuoteThatNeverClosesDoesNotSwallowRowsUpToTheNextQuotedCell() throws IOException {
        assertThat(read("a,b,c\n1,\"2,3\n4,5,6\n7,\"x,y\",9\n"))
                .containsExactly(
                        new Row(2, List.of("1", "\"2", "3"), FileError.ROW_UNCLOSED_QUOTE),
                        new Row(3, List.of("4", "5", "6"), null),
                        new Row(4, List.of("7", "x,y", "9"), null));
    }

    @Test
    void keepsQuotesThatShouldHaveBeenDoubled() throws IOException {
        assertThat(read("a,b\n\"the \"big\" one\",x\n5\" pipe,y\n"))
                .containsExactly(
                        new Row(2, List.of("the \"big\" one", "x"), FileError.ROW_STRAY_QUOTE),
                        new Row(3, List.of("5\" pipe", "y"), null));
    }

    @Test
    void dropsNulAndSaysSo() throws IOException {
        assertThat(read("a,b\nx\0y,z\nok,ok\n"))
                .containsExactly(
                        new Row(2, List.of("xy", "z"), FileError.ROW_UNREADABLE),
                        new Row(3, List.of("ok", "ok"), null));
    }

    @Test
    void cutsALineThatIsTooLong() throws IOException {
        List<Row> rows = read("a,b\n" + "x".repeat(3_000_000) + ",1\nok,ok\n");
        assertThat(rows).extracting(Row::defect).containsExactly(FileError.ROW_OVERLONG, null);
        assertThat(rows.getLast()).isEqualTo(new Row(3, List.of("ok", "ok"), null));
    }

    @Test
    void goesOnFromAnyRow() throws IOException {
        Path file = Given.csv(folder, "n\n0\n\n1\n2\n3\n");
        try (TableFile opened = TableFile.open(file, "n.csv");
                RowCursor rows = opened.table().rowsFrom(2)) {
            assertThat(rows.stream()).containsExactly(new Row(5, List.of("2"), null), new Row(6, List.of("3"), null));
        }
    }

    @Test
    void stopsAfterTheGrantedRows() throws IOException {
        Path file = Given.csv(folder, "n\n1\n2\n3\n");
        try (TableFile opened = TableFile.open(file, "n.csv", FileLimits.DEFAULT.withRows(2));
                RowCursor rows = opened.table().rows()) {
            assertThatThrownBy(() -> rows.stream().toList())
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo(FileError.TOO_MANY_ROWS));
        }
    }

    @Test
    void makesHeaderNamesDistinct() throws IOException {
        try (TableFile file = TableFile.open(Given.csv(folder, "\n 电话 ,电话,,a  b\n1,2,3,4\n"), "x")) {
            assertThat(file.table().header()).isEqualTo(new Header(2, List.of("电话", "电话 (2)", "列 3", "a b"), 0));
        }
    }

    @Test
    void refusesMoreColumnsThanAllowed() {
        assertThatThrownBy(() -> read("c,".repeat(501) + "c\n1\n"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(FileError.TOO_MANY_COLUMNS));
    }

    @Test
    void readsThreeHundredColumns() throws IOException {
        assertThat(cells("c,".repeat(299) + "c\n" + "1,".repeat(299) + "1\n").getFirst())
                .hasSize(300);
    }
}
