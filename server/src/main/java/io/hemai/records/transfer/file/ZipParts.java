package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped document, each unpacked within limits however large it claims or turns out to be. */
final class ZipParts implements AutoCloseable {
    /** Below this many unpacked bytes the ratio is not looked at: small parts may be very regular. */
    private static final long RATIO_FREE_BYTES = 16L << 20;

    private final ZipFile zip;
    private final FileLimits limits;

    private ZipParts(ZipFile zip, FileLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ZipParts open(Path file, FileLimits limits) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        if (zip.size() > limits.zipEntries()) {
            zip.close();
            throw Refusal.of(FileError.ZIP_BOMB);
        }
        return new ZipParts(zip, limits);
    }

    /** The part of that name, whose case does not matter; null when there is none. */
    @Nullable
    InputStream find(String name) throws IOException {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        ZipEntry entry = zip.getEntry(plain);
        if (entry == null) {
            String lower = plain.toLowerCase(Locale.ROOT);
            entry = zip.stream()
                    .filter(e -> e.getName().toLowerCase(Locale.ROOT).equals(lower))
                    .findFirst()
                    .orElse(null);
        }
        return entry == null ? null : new Limited(zip.getInputStream(entry), entry.getCompressedSize());
    }

    /** The part of that name; the file is damaged without it. */
    InputStream require(String name) throws IOException {
        InputStream part = find(name);
        if (part == null) {
            throw Refusals.damaged(new IOException("no part " + name));
        }
        return part;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Limited extends FilterInputStream {
        private final long most;
        private long passed;

        Limited(InputStream in, long packed) {
            super(in);
            long byRatio = Math.max(RATIO_FREE_BYTES, Math.max(1, packed) * limits.inflateRatio());
            this.most = Math.min(limits.inflatedBytes(), byRatio);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int bytes) {
            passed += bytes;
            if (passed > most) {
                throw Refusal.of(FileError.ZIP_BOMB);
            }
        }
    }
}
