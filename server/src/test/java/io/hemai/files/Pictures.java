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
import javax.imageio.ImageIO;

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
