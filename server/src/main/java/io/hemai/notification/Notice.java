package io.hemai.notification;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell people.
 *
 * @param kind of what sort it is, such as {@code mention}; people choose by it how they are told
 * @param title in a few words; it names the record only where it is {@link Said.Merged}
 * @param about the record; who may not read it is told nothing
 * @param by who set it off; null when Hemai did
 * @param key by which the same person is told once, however often it is said; null where each time counts
 * @param origin whence it comes where much may come at a time, such as the step of a flow; what comes from there in a short time
 *     is told as one with their number. Null where each is told for itself.
 */
public record Notice(
        String kind,
        Said title,
        @Nullable Said body,
        @Nullable About about,
        @Nullable RecordId by,
        @Nullable String key,
        @Nullable String origin) {
    public static Notice of(String kind, Said title) {
        return new Notice(kind, title, null, null, null, null, null);
    }

    /** The fields of the record that it tells of. */
    Set<String> fields() {
        Set<String> fields = new HashSet<>(title.fields());
        if (body != null) {
            fields.addAll(body.fields());
        }
        return fields;
    }

    public Notice saying(Said more) {
        return new Notice(kind, title, more, about, by, key, origin);
    }

    public Notice about(About record) {
        return new Notice(kind, title, body, record, by, key, origin);
    }

    public Notice by(@Nullable RecordId person) {
        return new Notice(kind, title, body, about, person, key, origin);
    }

    public Notice once(String stableKey) {
        return new Notice(kind, title, body, about, by, stableKey, origin);
    }

    public Notice from(String source) {
        return new Notice(kind, title, body, about, by, key, source);
    }
}
