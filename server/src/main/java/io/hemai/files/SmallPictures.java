package io.hemai.files;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.records.StoredFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Draws pictures small. How large one is stands in its first bytes, so that a few kilobytes that unfold to gigabytes are refused
 * before anything is unfolded; of the others only as many pixels are kept as the small picture needs.
 */
@Component
class SmallPictures {
    private static final Logger LOG = LoggerFactory.getLogger(SmallPictures.class);

    private static final Set<String> READ = Set.of("image/jpeg", "image/png", "image/gif");
    private static final int MILLION = 1_000_000;
    /** In millions of pixels; phones and cameras take pictures of up to 61. */
    private static final int LARGEST = 64;
    /** A row is kept whole. */
    private static final int LONGEST_SIDE = 65_535;

    private static final int PATIENCE_SECONDS = 20;

    /** In millions of pixels, since some JPEGs are unfolded whole by the decoder: many small ones at a time, or one large. */
    private final Semaphore room = new Semaphore(LARGEST, true);

    /** Whether pictures of the type are drawn. */
    static boolean reads(String type) {
        return READ.contains(type);
    }

    /** The picture, upright, with sides no longer than the size; as PNG if one sees through it, else as JPEG. */
    byte[] of(StoredFile file, Resource content, int size) {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(file.type()).next();
        try (ImageInputStream bytes = new FileImageInputStream(content.getFile())) {
            reader.setInput(bytes, true, true);
            int millions = millions(file, reader.getWidth(0), reader.getHeight(0));
            Orientation orientation = Orientation.of(file.type(), content);
            enter(millions);
            try {
                BufferedImage near = read(reader, size);
                return encoded(orientation.upright(drawn(drawn(near, 2 * size), size)));
            } finally {
                room.release(millions);
            }
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            LOG.debug("No small picture of file {}", file.id(), broken);
            throw Refusal.of(FilesError.BROKEN_PICTURE, file.name());
        } finally {
            reader.dispose();
        }
    }

    private static int millions(StoredFile file, int width, int height) {
        long millions = Math.ceilDiv((long) width * height, MILLION);
        if (millions > LARGEST || Math.max(width, height) > LONGEST_SIDE) {
            throw Refusal.of(FilesError.TOO_MANY_PIXELS, file.name(), width, height);
        }
        return (int) millions;
    }

    private void enter(int millions) {
        try {
            if (!room.tryAcquire(millions, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(KernelError.UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(KernelError.UNAVAILABLE);
        }
    }

    /** Every so many a pixel, at least twice as many as are going to be seen. */
    private static BufferedImage read(ImageReader reader, int size) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * size));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, some);
    }

    /** Half the size or more, so that each pixel is the mean of those it stands for; a small picture stays as it is. */
    private static BufferedImage drawn(BufferedImage picture, int size) {
        double scale = Math.min(1, (double) size / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean clear = picture.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String format = picture.getColorModel().hasAlpha() ? "png" : "jpeg";
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, format, out);
        }
        return bytes.toByteArray();
    }
}
