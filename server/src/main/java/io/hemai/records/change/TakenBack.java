package io.hemai.records.change;

import io.hemai.journal.Act;
import io.hemai.journal.Journal;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import java.io.StringWriter;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a change that takes earlier ones back from one that only says so: it gives each field a value that it had before one of them. */
@Component
class TakenBack {
    /** So many changes of the record may have come since. */
    private static final int LATEST = 20;

    private final Journal journal;
    private final JsonMapper json;

    TakenBack(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
    }

    boolean is(Change change) {
        List<JsonNode> latest = journal.of(change.type().name(), change.id(), Long.MAX_VALUE, LATEST).stream()
                .filter(entry -> entry.act() == Act.UPDATED)
                .map(entry -> json.readTree(entry.changes()))
                .toList();
        return change.changed().stream()
                .filter(change::given)
                .allMatch(field -> latest.stream().anyMatch(entry -> had(entry, field, change)));
    }

    private <T> boolean had(JsonNode entry, Field<T> field, Change change) {
        JsonNode before = entry.path(field.name()).path(0);
        T value = change.value(field);
        return value == null ? before.isNull() : before.equals(json.readTree(written(field, value)));
    }

    private <T> String written(Field<T> field, T value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            field.type().write(value, out);
        }
        return text.toString();
    }
}
