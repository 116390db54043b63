package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.records.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a step decides on.
 *
 * @param record as it stands
 * @param zone the company's
 * @param ways to go on by, in their order
 * @param matches whether the record matches a filter
 */
public record Moment(Row record, Instant now, ZoneId zone, List<Way> ways, Predicate<Filter> matches) {
    public Moment {
        ways = List.copyOf(ways);
    }
}
