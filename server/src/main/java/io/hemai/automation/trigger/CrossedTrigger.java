package io.hemai.automation.trigger;

import io.hemai.automation.AutomationError;
import io.hemai.automation.ChangeTrigger;
import io.hemai.automation.Check;
import io.hemai.automation.Happening;
import io.hemai.metadata.Comparison;
import io.hemai.records.verb.Asked;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A number, such as a score or an amount, rose to a bound or fell below it. */
@Component
final class CrossedTrigger implements ChangeTrigger<CrossedTrigger.Input> {
    private static final Set<Comparison> NUMBERS = Set.of(Comparison.NUMBER, Comparison.MONEY);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,20})?");

    /**
     * The bound.
     *
     * @param rises to it or above
     * @param falls below it
     */
    record Input(
            @Asked(kind = "field", required = true) @Nullable
            String field,

            @Nullable String rises,
            @Nullable String falls) {}

    @Override
    public String name() {
        return "crossed";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        String bound = input.rises() == null ? input.falls() : input.rises();
        if (number(bound) == null || (input.rises() != null && input.falls() != null)) {
            check.refuse("rises", AutomationError.ONE_BOUND);
        }
        check.field("field", input.field())
                .filter(field -> !NUMBERS.contains(field.type().comparison()))
                .ifPresent(field -> check.refuse("field", AutomationError.NO_NUMBER, field.name()));
    }

    @Override
    public boolean starts(Input input, Happening happening) {
        return happening
                .of(String.valueOf(input.field()))
                .filter(values -> crossed(input, number(values.before()), number(values.after())))
                .isPresent();
    }

    /** What is empty is below every bound, and does not fall. */
    private static boolean crossed(Input input, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (after == null) {
            return false;
        }
        return input.rises() == null
                ? before != null && !isBelow(before, number(input.falls())) && isBelow(after, number(input.falls()))
                : !isBelow(after, number(input.rises())) && (before == null || isBelow(before, number(input.rises())));
    }

    private static boolean isBelow(BigDecimal value, @Nullable BigDecimal bound) {
        return bound != null && value.compareTo(bound) < 0;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> money -> number(money.get("amount"));
            case Number number -> new BigDecimal(number.toString());
            case String text when NUMBER.matcher(text).matches() -> new BigDecimal(text);
            case null, default -> null;
        };
    }
}
