package io.hemai.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula gives for one record.
 *
 * @param value in the class of the formula's {@link Type}; null when blank
 * @param faults what went wrong on the way, such as a division by zero, where nothing in the formula provides for it
 */
public record Answer(@Nullable Object value, List<Fault> faults) {
    public Answer {
        faults = List.copyOf(faults);
    }

    /** A value by which nothing went wrong. */
    public static Answer of(@Nullable Object value) {
        return new Answer(value, List.of());
    }
}
