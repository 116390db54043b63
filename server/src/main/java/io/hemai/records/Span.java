package io.hemai.records;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A field before an act and after it, however often the act changed it, as the journal writes values. */
public record Span(JsonNode before, JsonNode after) {
    /**
     * Widens the spans by what the journal tells of an earlier change.
     *
     * @param changes {@code {"field":[before,after]}}, of entries the last first
     */
    public static void widen(Map<String, Span> spans, JsonNode changes) {
        changes.propertyStream().forEach(change -> {
            JsonNode before = change.getValue().path(0);
            spans.merge(
                    change.getKey(),
                    new Span(before, change.getValue().path(1)),
                    (later, earlier) -> new Span(before, later.after()));
        });
    }
}
