package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.records.transfer.file.Cell;
import io.hemai.records.transfer.file.TableWriter;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of every form, as people have them, sent over HTTP. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedFilesTests {
    private static final int MEGABYTE = 1 << 20;

    @Autowired
    TestTenants tenants;

    private Api api;

    @BeforeAll
    void signIn() {
        api = tenants.fresh().admin().speaking("en");
    }

    private Answer only(String name) {
        Answer found = api.post(
                        "/records/sample/query", Map.of("filter", Map.of("field", "name", "op", "eq", "value", name)))
                .expect(200);
        assertThat(found.at("/items").size()).as(found.raw()).isEqualTo(1);
        return found;
    }

    private static byte[] workbook(List<String> header, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter writer = ExportFormat.XLSX.writer(bytes, "样品")) {
            writer.header(header);
            for (List<Cell> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aWorkbookBecomesRecordsAndComesOutAsOneAgain() throws Exception {
        byte[] file = workbook(
                List.of("name", "code", "size", "amount", "day"),
                List.of(
                        List.of(
                                Cell.of("螺纹量规"),
                                Cell.of("X-1"),
                                new Cell.Decimal(new BigDecimal("7")),
                                new Cell.Decimal(new BigDecimal("12.5")),
                                new Cell.Day(LocalDate.of(2026, 2, 28))),
                        List.of(Cell.of("=1+1"), Cell.of("X-2"), Cell.BLANK, Cell.BLANK, Cell.BLANK)));
        Answer done = Upload.of("sample", "样品.xlsx", file).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(2);
        assertThat(done.text("/proposal/format")).isEqualTo("xlsx");
        assertThat(only("螺纹量规").text("/items/0/day")).isEqualTo("2026-02-28");
        assertThat(only("=1+1").at("/items/0/size").isNull()).isTrue();

        String export = api.post(
                        "/exports",
                        Map.of(
                                "object",
                                "sample",
                                "fields",
                                List.of("name", "code", "size", "amount", "day"),
                                "filter",
                                Map.of("field", "code", "op", "starts_with", "value", "X-"),
                                "format",
                                "xlsx"))
                .expect(202)
                .text("id");
        assertThat(Upload.awaited(api, "/exports/" + export).text("status")).isEqualTo("done");
        byte[] exported = api.download("/exports/" + export + "/file");
        Answer again = Upload.of("sample", "sample.xlsx", exported)
                .with("mode", "upsert")
                .with("match", "code")
                .done(api);
        assertThat(again.at("unchanged").asLong()).as(again.raw()).isEqualTo(2);
        assertThat(again.at("processed").asLong()).isEqualTo(2);
        assertThat(again.at("/mapping/columns").size()).isEqualTo(5);
    }

    @Test
    void whatTheNameOfAFileSaysDoesNotCount() throws Exception {
        Answer text = Upload.of("sample", "liar.xlsx", "name\ntext in disguise\n".getBytes(StandardCharsets.UTF_8))
                .done(api);
        assertThat(text.at("created").asLong()).as(text.raw()).isEqualTo(1);
        Answer book = Upload.of(
                        "sample",
                        "liar.csv",
                        workbook(List.of("name"), List.of(List.of(Cell.of("workbook in disguise")))))
                .done(api);
        assertThat(book.at("created").asLong()).as(book.raw()).isEqualTo(1);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        Upload.of("sample", "people.csv", picture).to(api).refused(415, "file.not_a_table");
    }

    @Test
    void aNameIsKeptWithoutWhatTurnsItRound() throws Exception {
        Answer done = Upload.of("sample", "lead\u202Evsc.csv", "name\nin disguise\n".getBytes(StandardCharsets.UTF_8))
                .done(api);
        assertThat(done.text("/file/name")).isEqualTo("leadvsc.csv");
    }

    @Test
    void aZipBombIsRefusedAtOnce(@TempDir Path folder) throws Exception {
        Path honest =
                Files.write(folder.resolve("honest.xlsx"), workbook(List.of("name"), List.of(List.of(Cell.of("a")))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile parts = new ZipFile(honest.toFile());
                ZipOutputStream bomb = new ZipOutputStream(bytes)) {
            for (ZipEntry part : parts.stream().map(ZipEntry.class::cast).toList()) {
                bomb.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().startsWith("xl/worksheets/")) {
                    rows(bomb);
                } else {
                    parts.getInputStream(part).transferTo(bomb);
                }
            }
        }
        assertThat(bytes.size()).isLessThan(MEGABYTE);
        Upload.of("sample", "bomb.xlsx", bytes.toByteArray()).to(api).refused(413, "file.zip_bomb");
        assertThat(api.get("/imports").at("/items").valueStream())
                .noneMatch(i -> i.at("/file/name").asString().equals("bomb.xlsx"));
    }

    /** A sheet whose rows are empty and take up 64 MB. */
    private static void rows(ZipOutputStream out) throws IOException {
        out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
        byte[] many = "<row/>".repeat(MEGABYTE / "<row/>".length()).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 64; i++) {
            out.write(many);
        }
        out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void threeHundredColumnsAndASingleOne() throws Exception {
        String header = IntStream.range(0, 299).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 299).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        Answer wide =
                Upload.of("sample", header + ",name\n" + cells + ",wide\n").done(api);
        assertThat(wide.at("created").asLong()).as(wide.raw()).isEqualTo(1);
        assertThat(wide.at("/proposal/columns").size()).isEqualTo(300);
        Answer single = Upload.of("sample", "name\nlone one\nlone two\n").done(api);
        assertThat(single.at("created").asLong()).as(single.raw()).isEqualTo(2);
        String tooWide = IntStream.range(0, 600).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        Upload.of("sample", tooWide + "\n" + tooWide + "\n").to(api).refused(413, "file.too_many_columns");
    }

    @Test
    void daysInThreeStylesInOneColumn() throws Exception {
        Answer done = Upload.of("sample", """
                        name,day
                        iso,2016-10-20
                        dots,21.10.2016
                        chinese,2016年10月22日
                        nonsense,the day after
                        """).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(3);
        assertThat(only("iso").text("/items/0/day")).isEqualTo("2016-10-20");
        assertThat(only("dots").text("/items/0/day")).isEqualTo("2016-10-21");
        assertThat(only("chinese").text("/items/0/day")).isEqualTo("2016-10-22");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(5);
        assertThat(done.text("/problems/0/column")).isEqualTo("day");
        Answer tried = Upload.of("sample", "name,day\na,2016-10-20\nb,21.10.2016\nc,2016年10月22日\n")
                .with("dry_run", "true")
                .done(api);
        assertThat(tried.at("/proposal/columns/1/formats").size())
                .as(tried.raw())
                .isEqualTo(3);
    }

    @Test
    void daysWrittenTheChineseWayComeInAsProposed() throws Exception {
        Answer done = Upload.of("sample", """
                        name,day,moment
                        plain,2026年12月1日,2026年12月1日
                        timed,2026年12月02日 08:15,2026年12月2日 14:30
                        halves,2026年12月3日,2026年12月3日 2:30 PM
                        """).done(api);
        assertThat(done.text("/mapping/columns/1/format")).as(done.raw()).isEqualTo("yyyy年M月d日");
        assertThat(done.text("/mapping/columns/2/format")).isEqualTo("yyyy年M月d日");
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(3);
        assertThat(only("plain").text("/items/0/day")).isEqualTo("2026-12-01");
        assertThat(only("plain").text("/items/0/moment")).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(only("timed").text("/items/0/day")).isEqualTo("2026-12-02");
        assertThat(only("timed").text("/items/0/moment")).isEqualTo("2026-12-02T06:30:00Z");
        assertThat(only("halves").text("/items/0/day")).isEqualTo("2026-12-03");
        assertThat(only("halves").text("/items/0/moment")).isEqualTo("2026-12-03T06:30:00Z");
    }

    @Test
    void chineseHeadersFindTheirFields() throws Exception {
        Answer done = Upload.of("account", """
                        客户名称,所属行业,客户编号,员工人数,官网
                        苏州澄川精密,制造业,K-1,120,www.chengchuan.example.com
                        """).done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("/mapping/columns")
                        .valueStream()
                        .map(c -> c.get("field").asString())
                        .toList())
                .containsExactly("name", "industry", "external_id", "employees", "website");
        assertThat(api.get("/records/account").text("/items/0/name")).isEqualTo("苏州澄川精密");
    }

    @Test
    void aFieldOfTheCompanysOwnIsFilledAsSoonAsItIsMade() throws Exception {
        api.post(
                        "/meta/objects/account/fields",
                        Map.of("name", "tier_no", "type", "integer", "label", Map.of("zh-CN", "档位", "en", "Tier no")))
                .expect(201);
        Answer done = Upload.of("account", "name,档位\nHalifax Tools,3\n").done(api);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        Answer found = api.post(
                        "/records/account/query",
                        Map.of("filter", Map.of("field", "c_tier_no", "op", "eq", "value", 3)))
                .expect(200);
        assertThat(found.text("/items/0/name")).isEqualTo("Halifax Tools");
    }
}
