package io.hemai.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/**
 * What a JPEG says beside its pixels, read in one pass that keeps next to nothing. A decoder goes over all pixels once for each scan,
 * and looks through all segments for each of them, so a small file may mean hours of work. Of Exif only the orientation is
 * read, where a camera writes it: what points elsewhere is not followed.
 *
 * @param orientation as Exif numbers it; 0 when it is not told
 * @param scans in which the pixels come; ten or so in pictures that come into focus, else one
 */
record JpegHead(int orientation, int scans) {
    private static final int MOST_SEGMENTS = 1_000;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    /** These and the restarts, D0 to D7, stand alone. */
    private static final int TEMPORARY = 0x01;

    private static final byte[] EXIF_MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    /** Reads the head; of a file that ends too early what there is. */
    static JpegHead of(Resource content) throws IOException {
        try (InputStream bytes = content.getInputStream();
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, 65_536))) {
            return new Reading(in).head();
        }
    }

    /** One pass over the file. */
    private static final class Reading {
        private final DataInputStream in;
        private int orientation;
        private int scans;

        Reading(DataInputStream in) {
            this.in = in;
        }

        JpegHead head() throws IOException {
            try {
                int segments = 0;
                for (int marker = marker(); marker != END; marker = marker()) {
                    if (++segments > MOST_SEGMENTS) {
                        throw new IOException("more than " + MOST_SEGMENTS + " segments");
                    }
                    if (marker != START && marker != TEMPORARY) {
                        segment(marker);
                    }
                }
            } catch (EOFException cutOff) {
                // the decoder says what it makes of that
            }
            return new JpegHead(orientation, scans);
        }

        /** The next marker; what stands before it are pixels, in which a zero or a restart follows such a byte. */
        private int marker() throws IOException {
            while (true) {
                int next = in.readUnsignedByte();
                if (next == 0xFF) {
                    do {
                        next = in.readUnsignedByte();
                    } while (next == 0xFF);
                    if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                        return next;
                    }
                }
            }
        }

        private void segment(int marker) throws IOException {
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw new IOException("a segment without a length");
            }
            if (marker == SCAN) {
                scans++;
            }
            if (marker == EXIF && orientation == 0) {
                byte[] content = new byte[length];
                in.readFully(content);
                orientation = orientation(ByteBuffer.wrap(content));
            } else {
                in.skipNBytes(length);
            }
        }
    }

    /** Of the first directory; 0 when there is none. */
    private static int orientation(ByteBuffer exif) {
        if (exif.limit() < EXIF_MARK.length + 10
                || !exif.slice(0, EXIF_MARK.length).equals(ByteBuffer.wrap(EXIF_MARK))) {
            return 0;
        }
        ByteBuffer tiff = exif.slice(EXIF_MARK.length, exif.limit() - EXIF_MARK.length);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return 0;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return Short.toUnsignedInt(tiff.getShort(entry + 8));
            }
        }
        return 0;
    }
}
