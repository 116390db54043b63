package io.hemai.automation.trigger;

import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Happening;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.records.verb.Asked;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some values of a field. */
record Among(
        @Asked(kind = "field", required = true) @Nullable String field,
        @Asked(kind = "value", required = true) @Nullable List<Object> values) {
    boolean has(@Nullable Object value) {
        return values != null && holds(values, value);
    }

    /** Whether the value is one of them, or of several holds one of them. */
    static boolean holds(List<? extends @Nullable Object> values, @Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().anyMatch(each -> holds(values, each))
                : values.stream().anyMatch(each -> same(each, value));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(one, other);
    }

    Optional<Happening.Values> became(Happening happening) {
        return happening.of(String.valueOf(field));
    }

    void check(Check check) {
        if (values == null || values.isEmpty()) {
            check.refuse("values", AutomationError.VALUES_NEEDED);
        } else if (check.field("field", field).isPresent()) {
            check.filter("values", Filter.leaf(String.valueOf(field), Op.IN, values));
        }
    }
}
