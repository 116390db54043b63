package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that a run took, or failed at.
 *
 * @param number from 1
 * @param step its id in the version
 * @param action what kind it is of
 * @param outcome such as {@code done} or {@code waiting}
 * @param detail what is told of it besides: the way that was chosen, the time that is waited for, why it failed
 */
public record StepTaken(
        RecordId run,
        int number,
        String step,
        String action,
        Instant at,
        String outcome,
        @Nullable String detail) {}
