package io.hemai.web;

import io.hemai.kernel.RecordId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Ids of records in bodies: text, and on the way in also {@code {"id"}} as links are answered. */
@Component
final class RecordIdJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    RecordIdJson() {
        super("record-ids");
        addSerializer(new Writer());
        addDeserializer(RecordId.class, new Reader());
    }

    private static final class Writer extends StdSerializer<RecordId> {
        Writer() {
            super(RecordId.class);
        }

        @Override
        public void serialize(RecordId id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.toString());
        }
    }

    private static final class Reader extends StdDeserializer<RecordId> {
        Reader() {
            super(RecordId.class);
        }

        @Override
        public RecordId deserialize(JsonParser json, DeserializationContext context) {
            JsonNode read = context.readTree(json);
            JsonNode id = read.isObject() && read.size() == 1 ? read.path("id") : read;
            if (!id.isString()) {
                return context.reportInputMismatch(RecordId.class, "not the id of a record: %s", id);
            }
            return RecordId.parse(id.asString().strip())
                    .orElseThrow(() ->
                            InvalidFormatException.from(json, "not the id of a record", id.asString(), RecordId.class));
        }
    }
}
