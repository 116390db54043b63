package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import java.util.regex.Pattern;

/** Images of our own within what a mail says: receivers cannot fetch them, so they go along. */
final class MailImages {
    private static final Pattern OWN = Pattern.compile("src=\"/api/v1/files/([A-Za-z0-9_-]+)(?:/[A-Za-z0-9._-]+)?\"");

    private MailImages() {}

    /** What a mail program is to show in their place, RFC 2392. */
    static String along(String html) {
        return OWN.matcher(html).replaceAll("src=\"cid:$1@hemai\"");
    }

    /** What the part is known by that brings the image. */
    static String contentId(RecordId image) {
        return "<" + image + "@hemai>";
    }
}
