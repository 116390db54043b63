package io.hemai.records.transfer;

import io.hemai.metadata.ObjectType;
import io.hemai.records.AsTold;
import io.hemai.records.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an act did to one record, over all of its steps. */
final class Deed {
    private final AsTold told;
    private final ObjectType type;
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();

    Deed(AsTold told, ObjectType type) {
        this.told = told;
        this.type = type;
    }

    /** Takes in what the journal tells of an earlier step, {@code {"field":[before,after]}}. */
    void and(JsonNode changes) {
        changes.propertyStream().forEach(change -> {
            Span later = spans.get(change.getKey());
            JsonNode after = change.getValue().path(1);
            if (later != null
                    && type.field(change.getKey())
                            .filter(field -> !told.same(field, after, later.before()))
                            .isPresent()) {
                broken.add(change.getKey());
            }
        });
        Span.widen(spans, changes);
    }

    /** Each field before the act and after it. */
    Map<String, Span> spans() {
        return spans;
    }

    /** Whether somebody else changed the field between two steps. */
    boolean isBroken(String field) {
        return broken.contains(field);
    }
}
