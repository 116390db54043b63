package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.records.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a step decides on.
 *
 * @param run whose step it is
 * @param step its id
 * @param record as it stands
 * @param zone the company's
 * @param ways to go on by, in their order
 * @param matches whether the record matches a filter
 */
public record Moment(
        RecordId run, String step, Row record, Instant now, ZoneId zone, List<Way> ways, Predicate<Filter> matches) {
    public Moment {
        ways = List.copyOf(ways);
    }

    /** The record, as fields about any record name it. */
    public Map<String, String> reference() {
        return Map.of("object", record.type().name(), "id", record.id().toString());
    }
}
