package io.hemai.records.web;

import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.store.RowReader;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
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

    private final RowReader reader;
    private final JsonMapper json;

    PageJson(RowReader reader, JsonMapper json) {
        this.reader = reader;
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
            RowReader.Page page = reader.write(request.query(), out);
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
                ? new RowReader.Count(reader.count(request.query(), Long.MAX_VALUE), true)
                : reader.estimate(request.query(), ESTIMATED_UP_TO);
        out.writeName("count");
        out.writeStartObject();
        out.writeNumberProperty("value", count.value());
        out.writeBooleanProperty("exact", count.exact());
        out.writeEndObject();
    }

    /** The one record that the query finds, or a refusal. */
    One one(Query query) {
        return found(query).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, query.object(), ""));
    }

    /** The one record that the query finds. */
    Optional<One> found(Query query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowReader.Page page;
        try (JsonGenerator out = json.createGenerator(bytes)) {
            page = reader.write(query, out);
        }
        if (page.rows() == 0) {
            return Optional.empty();
        }
        return Optional.of(new One(bytes.toByteArray(), page.lastVersion()));
    }
}
