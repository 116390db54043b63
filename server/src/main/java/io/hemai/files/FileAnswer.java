package io.hemai.files;

import io.hemai.records.StoredFile;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands content to browsers so that nothing in it can act as a page of ours. */
final class FileAnswer {
    private static final String CONTENT_POLICY =
            "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    /** Browsers show no PDF in a sandbox; their viewers have one of their own. */
    private static final String NO_SANDBOX = "application/pdf";

    private FileAnswer() {}

    /** Whether the part of the content that is asked for is none; Spring would answer the whole of it as an error. */
    static boolean lacks(HttpHeaders asked, Resource content) {
        try {
            HttpRange.toResourceRegions(asked.getRange(), content);
            return false;
        } catch (IllegalArgumentException beyond) {
            return true;
        }
    }

    /** That the content has no such part. */
    static ResponseEntity<Resource> beyond(long size) {
        return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size)
                .build();
    }

    /** The content, for whoever was found to read the file just now: kept by the browser, shown again only after asking again. */
    static ResponseEntity<Resource> of(StoredFile file, Resource content) {
        boolean shown = ContentType.isHarmless(file.type());
        ContentDisposition.Builder disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return answer(
                file.sha256(),
                file.type(),
                disposition.filename(file.name(), StandardCharsets.UTF_8).build(),
                content);
    }

    /** A small picture of the file, in the same way. */
    static ResponseEntity<Resource> of(StoredFile file, Thumbnails.Thumbnail small, int size) {
        String tag = file.sha256() + '-' + size;
        return answer(tag, small.type(), ContentDisposition.inline().build(), small.content());
    }

    private static ResponseEntity<Resource> answer(
            String tag, String type, ContentDisposition disposition, Resource content) {
        return ResponseEntity.ok()
                .eTag('"' + tag + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(type(type))
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy(type))
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }

    private static String policy(String type) {
        return type.equals(NO_SANDBOX) ? CONTENT_POLICY : CONTENT_POLICY + "; sandbox";
    }

    private static MediaType type(String type) {
        MediaType media = MediaType.parseMediaType(type);
        return media.equals(MediaType.TEXT_PLAIN) ? new MediaType(media, StandardCharsets.UTF_8) : media;
    }
}
