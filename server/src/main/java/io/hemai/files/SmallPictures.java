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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Draws pictures small. How large one is stands in its first bytes, and how much work in its segments, so that a few kilobytes that
 * unfold to gigabytes, or to hours, are refused before anything is unfolded; of the others only as many pixels are kept as the
 * small picture needs. Decoders are native code that cannot be stopped and holds the processor, so they run on a few threads of
 * their own: whatever is drawn, requests are answered.
 */
@Component
class SmallPictures implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SmallPictures.class);

    private static final String JPEG = "image/jpeg";
    private static final Set<String> READ = Set.of(JPEG, "image/png", "image/gif");
    private static final int MILLION = 1_000_000;
    /** In millions of pixels; phones and cameras take pictures of up to 61. */
    private static final int LARGEST = 64;
    /** A row is kept whole. */
    private static final int LONGEST_SIDE = 65_535;

    /** Pixels times scans, in millions: twenty scans of the largest. */
    private static final long MOST_WORK = 20L * LARGEST;

    private static final int PATIENCE_SECONDS = 20;
    private static final int WAITING = 500;

    /** In millions of pixels, since some JPEGs are unfolded whole by the decoder: many small ones at a time, or one large. */
    private final Semaphore room = new Semaphore(LARGEST, true);

    private final ExecutorService painters = painters();

    private static ExecutorService painters() {
        int some = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new ThreadPoolExecutor(
                some,
                some,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("painter-", 0).factory());
    }

    /** Whether pictures of the type are drawn. */
    static boolean reads(String type) {
        return READ.contains(type);
    }

    /** The picture, upright, with sides no longer than the size; as PNG if one sees through it, else as JPEG. */
    byte[] of(StoredFile file, Resource content, int size) {
        try {
            Future<byte[]> painting = painters.submit(() -> painted(file, content, size));
            try {
                return painting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                painting.cancel(false);
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException | RejectedExecutionException busy) {
            throw Refusal.of(KernelError.UNAVAILABLE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(KernelError.UNAVAILABLE);
        }
    }

    private byte[] painted(StoredFile file, Resource content, int size) {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(file.type()).next();
        try (ImageInputStream bytes = new FileImageInputStream(content.getFile())) {
            JpegHead head = file.type().equals(JPEG) ? JpegHead.of(content) : new JpegHead(0, 1);
            reader.setInput(bytes, true, true);
            int millions = millions(file, reader.getWidth(0), reader.getHeight(0));
            if ((long) millions * head.scans() > MOST_WORK) {
                throw new IOException(head.scans() + " scans of " + millions + " million pixels");
            }
            enter(millions);
            try {
                BufferedImage near = read(reader, size);
                BufferedImage small = drawn(drawn(near, 2 * size), size);
                return encoded(Orientation.of(head.orientation()).upright(small));
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

    @Override
    public void destroy() {
        painters.shutdownNow();
    }
}
