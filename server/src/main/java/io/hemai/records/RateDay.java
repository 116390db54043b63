package io.hemai.records;

import io.hemai.metadata.Field;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Says which day's exchange rate counts for the amounts of an object's records; without one, or when it names no day, the rate of
 * the day on which an amount is written. A Spring component, found by its type.
 */
public interface RateDay {
    /** Name of the object. */
    String object();

    /** The fields that the day is made of. */
    Set<Field<?>> sources();

    /** The day for the record as it will be. */
    Optional<LocalDate> day(Change change);

    /** The day for the record as it was; when it is another one, its amounts are counted anew. */
    Optional<LocalDate> dayBefore(Change change);
}
