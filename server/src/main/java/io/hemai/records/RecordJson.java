package io.hemai.records;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.PageReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What fields of records say to who acts, as the API says it. */
@Component
public class RecordJson {
    private final PageReader pages;
    private final JsonMapper json;

    RecordJson(PageReader pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** Those of the records that may be read, with the fields, which who acts must know of. */
    public Map<RecordId, JsonNode> of(ObjectType type, Collection<RecordId> ids, Collection<String> fields) {
        String id = CommonFields.ID.name();
        List<String> asked = new ArrayList<>(fields);
        asked.remove(id);
        asked.add(id);
        Map<RecordId, JsonNode> said = new HashMap<>();
        List<RecordId> wanted = ids.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += Limits.PAGE) {
            List<RecordId> some = wanted.subList(from, Math.min(from + Limits.PAGE, wanted.size()));
            page(Query.of(type.name())
                            .where(CommonFields.ID.in(some))
                            .fields(asked)
                            .limit(some.size()))
                    .forEach(item -> {
                        JsonNode own = ((ObjectNode) item).remove(id);
                        if (!fields.contains(CommonFields.VERSION.name())) {
                            ((ObjectNode) item).remove(CommonFields.VERSION.name());
                        }
                        said.put(RecordId.parse(own.asString()).orElseThrow(), item);
                    });
        }
        return said;
    }

    private JsonNode page(Query query) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            pages.write(query, out);
            out.writeEndArray();
        }
        return json.readTree(text.toString());
    }
}
