package io.hemai.records.web;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers that carry one record with its version, or an output as JSON. */
@Component
class Answers {
    private final PageJson pages;
    private final JsonMapper json;

    Answers(PageJson pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** The id in an address; what cannot be an id is not found. */
    static RecordId id(String object, String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, text));
    }

    /** The record as it is now. */
    ResponseEntity<byte[]> record(String object, RecordId id) {
        return record(object, id, List.of());
    }

    /** The record with the fields named. */
    ResponseEntity<byte[]> record(String object, RecordId id, List<String> fields) {
        PageJson.One one = one(object, id, fields);
        return ResponseEntity.ok()
                .eTag(Versions.tag(one.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(one.json());
    }

    /** The record that was just made. */
    ResponseEntity<byte[]> created(String object, RecordId id) {
        PageJson.One one = one(object, id, List.of());
        return ResponseEntity.created(URI.create("/api/v1/records/" + object + "/" + id))
                .eTag(Versions.tag(one.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(one.json());
    }

    private PageJson.One one(String object, RecordId id, List<String> fields) {
        return pages.one(
                Query.of(object).where(CommonFields.ID.is(id)).fields(fields).limit(1));
    }

    /** Any value. */
    ResponseEntity<byte[]> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(value));
    }
}
