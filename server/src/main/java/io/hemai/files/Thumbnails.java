package io.hemai.files;

import io.hemai.kernel.Refusal;
import io.hemai.records.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Small pictures of stored ones: each is drawn when somebody first wants it, and kept beside its content. */
@Component
class Thumbnails {
    /** How many pixels the longer side has at most: in a line of text, and on a page of its own; each on a dense screen. */
    static final List<Integer> SIZES = List.of(96, 640);

    /** The JDK does not read WebP; browsers do, and small files of it are as good as small pictures. */
    private static final String PASSED_ON = "image/webp";

    private static final DataSize PASSED_ON_UP_TO = DataSize.ofMegabytes(1);

    private final Contents contents;
    private final SmallPictures pictures;

    Thumbnails(Contents contents, SmallPictures pictures) {
        this.contents = contents;
        this.pictures = pictures;
    }

    /**
     * A picture to be shown.
     *
     * @param type of the content, which is not always the one of the picture that it was drawn of
     */
    record Thumbnail(Resource content, String type) {}

    /** A picture of the file whose sides are no longer than the size; refuses what none can be drawn of. */
    Thumbnail of(StoredFile file, Resource content, int size) {
        if (file.type().equals(PASSED_ON) && file.size() <= PASSED_ON_UP_TO.toBytes()) {
            return new Thumbnail(content, PASSED_ON);
        }
        if (!SmallPictures.reads(file.type())) {
            throw Refusal.of(FilesError.NO_THUMBNAIL, file.name(), PASSED_ON_UP_TO.toMegabytes() + " MB");
        }
        try {
            Resource small = contents.openSmall(file.sha256(), size).orElseGet(() -> drawn(file, content, size));
            return new Thumbnail(small, ContentType.of(small.getFile().toPath(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource drawn(StoredFile file, Resource content, int size) {
        return contents.keepSmall(file.sha256(), size, pictures.of(file, content, size));
    }
}
