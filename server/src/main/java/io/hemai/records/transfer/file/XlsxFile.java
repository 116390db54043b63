package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import io.hemai.records.transfer.file.Workbook.SheetPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** An XLSX workbook; its tables are its sheets that have content. */
public final class XlsxFile implements TableFile {
    private static final int HEAD_ROWS = 20;

    private final ZipParts zip;
    private final FileLimits limits;
    private final Workbook workbook;
    private final SharedStrings strings;
    private final List<Sheet> sheets = new ArrayList<>();

    private XlsxFile(ZipParts zip, FileLimits limits, Workbook workbook, SharedStrings strings) throws IOException {
        this.zip = zip;
        this.limits = limits;
        this.workbook = workbook;
        this.strings = strings;
        for (SheetPart part : workbook.sheets()) {
            List<Row> head = head(part);
            if (!head.isEmpty()) {
                sheets.add(new Sheet(part, Header.detect(head, limits)));
            }
        }
    }

    static XlsxFile open(Path file, FileLimits limits) throws IOException {
        ZipParts zip = null;
        SharedStrings strings = null;
        try {
            zip = ZipParts.open(file, limits);
            Workbook workbook = Workbook.read(zip);
            String stringsPath = workbook.strings();
            strings = SharedStrings.read(stringsPath == null ? null : zip.find(stringsPath), limits.recordChars());
            XlsxFile opened = new XlsxFile(zip, limits, workbook, strings);
            if (opened.sheets.isEmpty()) {
                throw Refusal.of(FileError.EMPTY);
            }
            return opened;
        } catch (ZipException broken) {
            release(zip, strings);
            throw Refusals.damaged(broken);
        } catch (IOException | RuntimeException failed) {
            release(zip, strings);
            throw failed;
        }
    }

    private static void release(@Nullable ZipParts zip, @Nullable SharedStrings strings) throws IOException {
        if (strings != null) {
            strings.close();
        }
        if (zip != null) {
            zip.close();
        }
    }

    private List<Row> head(SheetPart part) throws IOException {
        List<Row> head = new ArrayList<>();
        try (SheetRows raw = raw(part)) {
            Row row = raw.read();
            while (row != null && head.size() < HEAD_ROWS) {
                head.add(row);
                row = raw.read();
            }
        }
        return head;
    }

    private SheetRows raw(SheetPart part) throws IOException {
        return new SheetRows(Xml.read(zip.require(part.path()), limits.recordChars()), workbook, strings);
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() {
        try {
            release(zip, strings);
        } catch (IOException broken) {
            throw Refusals.damaged(broken);
        }
    }

    private final class Sheet implements Table {
        private final SheetPart part;
        private final Header header;

        Sheet(SheetPart part, Header header) {
            this.part = part;
            this.header = header;
        }

        @Override
        public String name() {
            return part.name();
        }

        @Override
        public boolean hidden() {
            return part.hidden();
        }

        @Override
        public Header header() {
            return header;
        }

        @Override
        public RowCursor rowsFrom(long rowIndex) {
            try {
                SheetRows raw = raw(part);
                for (int i = 0; i <= header.skipped(); i++) {
                    raw.read();
                }
                LimitedCursor cursor = new LimitedCursor(raw, header.width(), true, limits.rows());
                cursor.skip(rowIndex);
                return cursor;
            } catch (IOException broken) {
                throw Refusals.damaged(broken);
            }
        }
    }
}
