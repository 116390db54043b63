package io.hemai.analytics;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.metadata.Field;
import io.hemai.records.ReportResult;
import java.util.Optional;

/** A report that stands ready, a component found by its type. */
interface ReadyReport {
    /** The name it is asked for by. */
    String name();

    /**
     * The numbers.
     *
     * @param period a relative period such as {@code this_year}; all time when absent
     * @param filter on the records it is about
     */
    ReportResult run(Optional<String> period, Filter filter);

    /** What happened in the period by that field. */
    static Filter within(Field<?> field, Optional<String> period) {
        return period.map(p -> Filter.leaf(field.name(), Op.WITHIN, p)).orElse(Filter.all());
    }
}
