package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        @Nullable String detail) {

    /** As the API tells it. */
    public Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("number", number);
        plain.put("step", step);
        plain.put("action", action);
        plain.put("at", at.toString());
        plain.put("outcome", outcome);
        plain.put("detail", detail);
        return plain;
    }
}
