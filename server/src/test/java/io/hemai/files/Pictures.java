package io.hemai.files;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as cameras, designers and attackers make them. */
final class Pictures {
    private Pictures() {}

    /** One colour runs into another. */
    static BufferedImage photo(int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return photo;
    }

    static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG 400 wide and 200 high, red where the sensor's first row and column meet, with how the camera was held. */
    static byte[] held(int orientation) {
        BufferedImage seen = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = seen.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 200);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 200, 100);
        pen.dispose();
        byte[] jpeg = encoded(seen, "jpeg");
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112) // the orientation, one short
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
        return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A JPEG that comes into focus, its last scan repeated until there are so many more. */
    static byte[] focusing(int width, int height, int more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo(width, height), null, null), progressive);
        }
        writer.dispose();
        byte[] jpeg = bytes.toByteArray();
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < more; i++) {
            longer.write(scan, 0, scan.length);
        }
        longer.write(jpeg, jpeg.length - 2, 2);
        return longer.toByteArray();
    }

    /** The JPEG with so many empty segments of the camera's data at its beginning. */
    static byte[] padded(byte[] jpeg, int segments) {
        byte[] padding = new byte[4 * segments];
        for (int i = 0; i < padding.length; i += 4) {
            ByteBuffer.wrap(padding, i, 4).putInt(0xFFE10002);
        }
        return joined(Arrays.copyOf(jpeg, 2), padding, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A small JPEG whose Exif directory points back to itself, a few thousand times a few thousand times. */
    static byte[] pointingBack() {
        byte[] jpeg = encoded(photo(64, 32), "jpeg");
        int entries = 5_000;
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 * entries + 4)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + 8 + 2 + 12 * entries + 4))
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) entries);
        for (int i = 0; i < entries; i++) {
            exif.putShort((short) 0x8769).putShort((short) 4).putInt(4_000).putInt(8);
        }
        return joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of black and white, in a few kilobytes, whatever its sides are. */
    static byte[] unfolding(int width, int height) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < height; i++) {
                deflated.write(row);
            }
        }
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", head),
                chunk("IDAT", rows.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 check = new CRC32();
        check.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) check.getValue())
                .array();
    }

    /** As much of a WebP as tells what it is. */
    static byte[] webp(int size) {
        return Arrays.copyOf("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), size);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
