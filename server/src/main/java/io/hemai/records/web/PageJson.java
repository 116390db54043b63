package io.hemai.records.web;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.records.store.OneReader;
import io.hemai.records.store.PageReader;
import io.hemai.records.store.RowReader;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes pages of records. A page is written to memory while its rows are read, so that the connection is free before a slow
 * client takes the first byte.
 */
@Component
class PageJson {
    private static final int USUAL_SIZE = 16 * 1024;
    private static final int ESTIMATED_UP_TO = 10_000;

    private final PageReader pages;
    private final RowReader rows;
    private final OneReader one;
    private final JsonMapper json;

    PageJson(PageReader pages, RowReader rows, OneReader one, JsonMapper json) {
        this.pages = pages;
        this.rows = rows;
        this.one = one;
        this.json = json;
    }

    /** A record with the version it was read in. */
    record One(byte[] json, long version) {}

    /** {@code {"items":[…],"next","previous"?,"count"?}}. */
    byte[] page(QueryRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("items");
            out.writeStartArray();
            PageReader.Page page = pages.write(request.query(), out);
            out.writeEndArray();
            out.writeStringProperty("next", page.next());
            if (page.previous() != null) {
                out.writeStringProperty("previous", page.previous());
            }
            count(request, out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void count(QueryRequest request, JsonGenerator out) {
        if (request.count() == QueryRequest.Count.NONE) {
            return;
        }
        RowReader.Count count = request.count() == QueryRequest.Count.EXACT
                ? new RowReader.Count(rows.count(request.query(), Long.MAX_VALUE), true)
                : rows.estimate(request.query(), ESTIMATED_UP_TO);
        out.writeName("count");
        out.writeStartObject();
        out.writeNumberProperty("value", count.value());
        out.writeBooleanProperty("exact", count.exact());
        out.writeEndObject();
    }

    /** The record with the fields, or with all that may be known when none are named; a refusal when it may not be read. */
    One one(String object, RecordId id, List<String> fields) {
        return found(object, id, fields).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, ""));
    }

    /** The same; empty when it may not be read. */
    Optional<One> found(String object, RecordId id, List<String> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        OptionalLong version;
        try (JsonGenerator out = json.createGenerator(bytes)) {
            version = one.write(object, id, fields, out);
        }
        return version.isEmpty() ? Optional.empty() : Optional.of(new One(bytes.toByteArray(), version.getAsLong()));
    }
}
