package io.hemai.records.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says about its sheets.
 *
 * @param since1904 whether days are counted from 1904
 * @param styles what numbers mean, by the style index of the cell
 * @param strings path of the table of texts, null when there is none
 */
record Workbook(
        boolean since1904,
        List<SheetPart> sheets,
        List<NumberStyle> styles,
        @Nullable String strings) {
    private static final int MOST_CHARS = 1 << 16;
    private static final int MOST_SHEETS = 1000;
    private static final int MOST_STYLES = 100_000;

    /** A sheet with its name and the path of its part. */
    record SheetPart(String name, String path, boolean hidden) {}

    static Workbook read(ZipParts zip) throws IOException {
        String path = main(zip);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Map<String, String> targets = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        String name = path.substring(folder.length());
        relations(zip.require(folder + "_rels/" + name + ".rels"), folder, targets, byType);
        String stylesPath = byType.get("styles");
        InputStream styles = stylesPath == null ? null : zip.find(stylesPath);
        try (Xml xml = Xml.read(zip.require(path), MOST_CHARS)) {
            boolean since1904 = false;
            List<SheetPart> sheets = new ArrayList<>();
            while (xml.next() && sheets.size() < MOST_SHEETS) {
                if (xml.starts("workbookPr")) {
                    since1904 = xml.attribute("date1904", "0").matches("1|true|on");
                } else if (xml.starts("sheet")) {
                    String target = targets.get(xml.attribute("id", ""));
                    if (target != null && target.contains("sheets/") && !target.contains("chartsheets/")) {
                        boolean hidden = !"visible".equals(xml.attribute("state", "visible"));
                        sheets.add(new SheetPart(xml.attribute("name", ""), target, hidden));
                    }
                }
            }
            return new Workbook(
                    since1904,
                    List.copyOf(sheets),
                    styles == null ? List.of() : styles(styles),
                    byType.get("sharedStrings"));
        }
    }

    private static String main(ZipParts zip) throws IOException {
        InputStream part = zip.find("_rels/.rels");
        Map<String, String> byType = new HashMap<>();
        if (part != null) {
            relations(part, "", new HashMap<>(), byType);
        }
        return byType.getOrDefault("officeDocument", "xl/workbook.xml");
    }

    /** Notes each target by its id and by the last word of its type, which is the same in both dialects of the format. */
    private static void relations(
            InputStream part, String folder, Map<String, String> byId, Map<String, String> byType) {
        try (Xml xml = Xml.read(part, MOST_CHARS)) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    String target = xml.attribute("Target", "");
                    String path = target.startsWith("/") ? target.substring(1) : folder + target;
                    String type = xml.attribute("Type", "");
                    byId.put(xml.attribute("Id", ""), path);
                    byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), path);
                }
            }
        }
    }

    private static List<NumberStyle> styles(InputStream part) {
        Map<String, NumberStyle> own = new HashMap<>();
        List<NumberStyle> styles = new ArrayList<>();
        try (Xml xml = Xml.read(part, MOST_CHARS)) {
            boolean cells = false;
            while (xml.next() && styles.size() < MOST_STYLES) {
                if (xml.starts("numFmt")) {
                    own.putIfAbsent(xml.attribute("numFmtId", ""), NumberStyle.of(xml.attribute("formatCode", "")));
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.starts("cellXfs");
                } else if (cells && xml.starts("xf")) {
                    String id = xml.attribute("numFmtId", "0");
                    NumberStyle style = own.get(id);
                    styles.add(style == null ? NumberStyle.builtIn(Columns.number(id)) : style);
                }
            }
        }
        return List.copyOf(styles);
    }
}
