package io.hemai.records.transfer.file;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is, seen from its content alone. */
enum FileType {
    TEXT,
    XLSX;

    private static final int SAMPLE = 8192;
    private static final byte[] OLE = bytes("D0CF11E0A1B11AE1");
    private static final byte[] ZIP = bytes("504B0304");
    /** First bytes in hex, and what people call such a file. */
    private static final Map<String, String> OTHERS = others();

    private static Map<String, String> others() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("25504446", "PDF");
        known.put("89504E47", "PNG");
        known.put("FFD8FF", "JPEG");
        known.put("47494638", "GIF");
        known.put("4D5A90", "EXE");
        known.put("7F454C46", "ELF");
        known.put("1F8B", "GZIP");
        known.put("52617221", "RAR");
        known.put("377ABCAF271C", "7-Zip");
        known.put("7B5C727466", "RTF");
        known.put("504B0506", "ZIP");
        return known;
    }

    /** Refuses what is neither delimited text nor an XLSX workbook. */
    static FileType of(Path file) throws IOException {
        byte[] head = Encoding.head(file, SAMPLE);
        if (startsWith(head, ZIP)) {
            return zipped(file);
        }
        if (startsWith(head, OLE)) {
            throw Refusal.of(ole(file, head));
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (startsWith(head, bytes(other.getKey()))) {
                throw Refusal.of(FileError.NOT_A_TABLE, other.getValue());
            }
        }
        return text(head);
    }

    private static FileType zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                throw Refusal.of(FileError.BINARY_EXCEL);
            }
            if (zip.getEntry("content.xml") != null) {
                throw Refusal.of(FileError.OPEN_DOCUMENT);
            }
            throw Refusal.of(FileError.NOT_A_TABLE, zip.getEntry("word/document.xml") != null ? "Word" : "ZIP");
        } catch (ZipException broken) {
            throw Refusals.damaged(broken);
        }
    }

    /** An OLE container is an .xls, or an .xlsx behind a password: then its directory names the encrypted package. */
    private static ErrorCode ole(Path file, byte[] head) throws IOException {
        int sector = head.length > 31 && head[30] == 12 ? 4096 : 512;
        if (head.length < 52) {
            return FileError.DAMAGED;
        }
        long index = (head[48] & 0xFF) | (head[49] & 0xFF) << 8 | (head[50] & 0xFF) << 16;
        byte[] directory = new byte[4096];
        int read;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek((index + 1) * sector);
            read = Math.max(0, bytes.read(directory));
        }
        String names = new String(directory, 0, read, StandardCharsets.UTF_16LE);
        return names.contains("EncryptedPackage") ? FileError.ENCRYPTED : FileError.OLD_EXCEL;
    }

    private static FileType text(byte[] head) {
        boolean wide = startsWith(head, bytes("FFFE")) || startsWith(head, bytes("FEFF"));
        if (!wide && looksBinary(head)) {
            throw Refusal.of(FileError.NOT_A_TABLE, "?");
        }
        String start = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.isEmpty() && head.length < SAMPLE) {
            throw Refusal.of(FileError.EMPTY);
        }
        if (start.matches("(?s)<(html|!doctype|table|\\?xml|meta|head|style).*")) {
            throw Refusal.of(FileError.WEB_PAGE);
        }
        return TEXT;
    }

    /** More than two and more than 2 % control characters; a few NULs happen in honest exports. */
    private static boolean looksBinary(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            boolean layout = b == '\t' || b == '\n' || b == '\r' || b == '\f';
            if (b >= 0 && b < ' ' && !layout) {
                controls++;
            }
        }
        return controls > 2 && controls * 50 > head.length;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
