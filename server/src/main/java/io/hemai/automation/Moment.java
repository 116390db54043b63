package io.hemai.automation;

import io.hemai.calendar.WorkingTime;
import io.hemai.calendar.WorkingTimes;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
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
 * @param hours when people work
 * @param ways to go on by, in their order
 * @param matches whether the record matches a filter
 */
public record Moment(
        RecordId run,
        String step,
        Row record,
        Instant now,
        WorkingTimes.Current hours,
        List<Way> ways,
        Predicate<Filter> matches) {
    public Moment {
        ways = List.copyOf(ways);
    }

    /** The company's. */
    public ZoneId zone() {
        return hours.zone();
    }

    /** When those work whose record it is; the company where it is nobody's. */
    public WorkingTime workingTime() {
        return hours.of(record.type().is(ObjectTrait.OWNED) ? record.value(CommonFields.DEPARTMENT) : null);
    }

    /** The record, as fields about any record name it. */
    public Map<String, String> reference() {
        return Map.of("object", record.type().name(), "id", record.id().toString());
    }
}
