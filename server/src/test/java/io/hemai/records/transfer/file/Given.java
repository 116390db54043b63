package io.hemai.records.transfer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that the tests write themselves. */
final class Given {
    private Given() {}

    static Path file(Path folder, byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "given", null), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path csv(Path folder, String text) {
        return csv(folder, text, StandardCharsets.UTF_8);
    }

    static Path csv(Path folder, String text, Charset charset) {
        return file(folder, text.getBytes(charset));
    }

    static List<Row> rows(Path file) throws IOException {
        try (TableFile opened = TableFile.open(file, "given");
                RowCursor rows = opened.table().rows()) {
            return rows.stream().toList();
        }
    }

    static List<List<String>> cells(Path file) throws IOException {
        return rows(file).stream().map(Row::cells).toList();
    }

    /** A workbook made of raw parts, with one sheet of the given rows. */
    static Map<String, String> workbookParts(String sheetData) {
        String ns = "http://schemas.openxmlformats.org/";
        String relationships = ns + "officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='" + ns + "package/2006/relationships'><Relationship Id='rId1' Type='"
                        + relationships + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='" + relationships
                        + "'><workbookPr/><sheets><sheet name='Leads' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Type='" + relationships
                        + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='" + relationships
                        + "/styles' Target='styles.xml'/><Relationship Id='rId3' Type='" + relationships
                        + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>");
        return parts;
    }

    static Path zip(Path folder, Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(folder, bytes.toByteArray());
    }
}
