package io.hemai.records;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file that fields may refer to.
 *
 * @param size in bytes
 * @param type media type, seen from its content
 * @param sha256 hash of its content, in hex
 * @param createdBy who stored it; null when no person did
 */
public record StoredFile(
        RecordId id,
        String name,
        long size,
        String type,
        String sha256,
        Instant createdAt,
        @Nullable RecordId createdBy) {
    /** As the API shows it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id.toString());
        json.put("name", name);
        json.put("size", size);
        json.put("type", type);
        return json;
    }
}
