package io.hemai.records.transfer.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet, read as a stream. */
final class SheetRows implements RawRows {
    private final Xml xml;
    private final Workbook workbook;
    private final SharedStrings strings;
    private long rowNumber;
    private int columnHint;

    SheetRows(Xml xml, Workbook workbook, SharedStrings strings) {
        this.xml = xml;
        this.workbook = workbook;
        this.strings = strings;
    }

    @Override
    public @Nullable Row read() {
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) {
                int number = Columns.number(xml.attribute("r", ""));
                rowNumber = number > 0 ? number : rowNumber + 1;
                List<String> cells = cells();
                if (!Row.blank(cells)) {
                    return new Row(rowNumber, cells, null);
                }
            }
        }
        return null;
    }

    /** The row's texts up to the last cell that has one. */
    private List<String> cells() {
        List<String> cells = new ArrayList<>(columnHint);
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String address = xml.attribute("r");
                column = address == null ? column + 1 : Columns.index(address);
                if (column < 0 || column >= Columns.MOST) {
                    throw Refusals.damaged(new IOException("a cell beyond the last column"));
                }
                put(cells, column, cell());
            }
        }
        columnHint = Math.max(columnHint, cells.size());
        return cells;
    }

    private static void put(List<String> cells, int column, String text) {
        if (!text.isEmpty()) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        }
    }

    private String cell() {
        String type = xml.attribute("t", "n");
        int styleIndex = Columns.number(xml.attribute("s", ""));
        String text = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                text = value(type, xml.text(), styleIndex);
            } else if (xml.starts("is")) {
                text = xml.richText("is");
            }
        }
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private String value(String type, String stored, int styleIndex) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> strings.at(Columns.number(stored.strip()));
            case "b" -> stored.strip().matches("1|true") ? "TRUE" : "FALSE";
            case "n" -> SheetNumber.text(stored.strip(), style(styleIndex), workbook.since1904());
            default -> Xml.unescaped(stored);
        };
    }

    private NumberStyle style(int index) {
        List<NumberStyle> styles = workbook.styles();
        return index < 0 || index >= styles.size() ? NumberStyle.PLAIN : styles.get(index);
    }

    @Override
    public void close() {
        xml.close();
    }
}
