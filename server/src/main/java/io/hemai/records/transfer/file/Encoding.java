package io.hemai.records.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How a text's characters are written as bytes.
 *
 * @param markBytes length of the byte order mark
 * @param damaged whether some bytes are no characters in it
 */
public record Encoding(Charset charset, int markBytes, boolean damaged) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Whole characters for each broken one that make a text UTF-8 with damage and not another encoding. */
    private static final int WHOLE_PER_BROKEN = 20;
    /** Real Chinese text in GBK is nearly all from the common characters; other encodings misread as GBK are not. */
    private static final double COMMON_SHARE = 0.8;

    /** Finds the encoding; reads the whole file, since the first Chinese character may come late. */
    static Encoding of(Path file) throws IOException {
        Encoding marked = byMark(file);
        if (marked != null) {
            return marked;
        }
        Decoding utf8 = Decoding.of(file, StandardCharsets.UTF_8);
        if (utf8.broken() == 0 || utf8.other() > WHOLE_PER_BROKEN * utf8.broken()) {
            return new Encoding(StandardCharsets.UTF_8, 0, utf8.broken() > 0);
        }
        Decoding chinese = Decoding.of(file, GB18030);
        if (chinese.broken() * WHOLE_PER_BROKEN <= chinese.other()
                && chinese.common() >= COMMON_SHARE * chinese.other()) {
            return new Encoding(GB18030, 0, chinese.broken() > 0);
        }
        Charset guessed = guessed(file);
        return new Encoding(guessed, 0, Decoding.of(file, guessed).broken() > 0);
    }

    /** The encoding that somebody names; a mark that says the same is no text. */
    static Encoding as(Path file, Charset charset) throws IOException {
        Encoding marked = byMark(file);
        int mark = marked != null && marked.charset().equals(charset) ? marked.markBytes() : 0;
        return new Encoding(charset, mark, true);
    }

    private static @Nullable Encoding byMark(Path file) throws IOException {
        byte[] head = head(file, 3);
        int first = head.length > 0 ? head[0] & 0xFF : 0;
        int second = head.length > 1 ? head[1] & 0xFF : 0;
        int third = head.length > 2 ? head[2] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return new Encoding(
                    StandardCharsets.UTF_8,
                    3,
                    Decoding.of(file, StandardCharsets.UTF_8).broken() > 0);
        }
        if (first == 0xFF && second == 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, true);
        }
        return first == 0xFE && second == 0xFF ? new Encoding(StandardCharsets.UTF_16BE, 2, true) : null;
    }

    private static Charset guessed(Path file) throws IOException {
        String name = UniversalDetector.detectCharset(file);
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : WINDOWS_1252;
    }

    static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }
}
