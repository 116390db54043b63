package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's table of texts. The first ones, which are the ones most used, are kept in memory; the rest goes to a
 * temporary file that is mapped, so that twenty million different texts cost a few megabytes of heap.
 */
final class SharedStrings implements AutoCloseable {
    private static final int MOST_KEPT = 100_000;
    private static final int MOST_KEPT_CHARS = 4_000_000;
    /** One offset is kept for this many spilled texts. */
    private static final int STRIDE = 16;

    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED;

    private final List<String> kept = new ArrayList<>();
    private final Arena arena = Arena.ofShared();
    private int keptChars;
    private long[] offsets = new long[64];
    private int spilled;
    private @Nullable Path spill;
    private MemorySegment mapped = MemorySegment.NULL;

    private SharedStrings() {}

    /** Reads the table; an absent part gives an empty one. */
    static SharedStrings read(@Nullable InputStream part, int mostChars) throws IOException {
        SharedStrings strings = new SharedStrings();
        if (part == null) {
            return strings;
        }
        try (Xml xml = Xml.read(part, mostChars)) {
            strings.fill(xml);
        } catch (IOException | RuntimeException failed) {
            strings.close();
            throw failed;
        }
        return strings;
    }

    private void fill(Xml xml) throws IOException {
        boolean room = true;
        while (room && xml.next()) {
            if (xml.starts("si")) {
                String text = xml.richText("si");
                kept.add(text);
                keptChars += text.length();
                room = kept.size() < MOST_KEPT && keptChars < MOST_KEPT_CHARS;
            }
        }
        if (!room) {
            spill(xml);
        }
    }

    private void spill(Xml xml) throws IOException {
        Path file = Files.createTempFile("hemai-strings", null);
        spill = file;
        long size = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    byte[] text = xml.richText("si").getBytes(StandardCharsets.UTF_8);
                    note(size);
                    writeLength(out, text.length);
                    out.write(text);
                    size += Integer.BYTES + text.length;
                }
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        }
    }

    private void note(long offset) {
        if (spilled % STRIDE == 0) {
            int slot = spilled / STRIDE;
            if (slot == offsets.length) {
                offsets = Arrays.copyOf(offsets, slot * 2);
            }
            offsets[slot] = offset;
        }
        spilled++;
    }

    private static void writeLength(OutputStream out, int length) throws IOException {
        byte[] bytes = new byte[Integer.BYTES];
        MemorySegment.ofArray(bytes).set(LENGTH, 0, length);
        out.write(bytes);
    }

    /** The text at an index; an index beyond the table is damage. */
    String at(int index) {
        if (index >= 0 && index < kept.size()) {
            return kept.get(index);
        }
        int beyond = index - kept.size();
        if (index < 0 || beyond >= spilled) {
            throw Refusal.of(FileError.DAMAGED);
        }
        long offset = offsets[beyond / STRIDE];
        for (int i = beyond % STRIDE; i > 0; i--) {
            offset += Integer.BYTES + mapped.get(LENGTH, offset);
        }
        int length = mapped.get(LENGTH, offset);
        byte[] text = new byte[length];
        MemorySegment.copy(mapped, ValueLayout.JAVA_BYTE, offset + Integer.BYTES, text, 0, length);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** How many texts are outside of the heap. */
    int spilled() {
        return spilled;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        if (spill != null) {
            Files.deleteIfExists(spill);
        }
    }
}
