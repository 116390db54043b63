package io.hemai.automation.trigger;

import io.hemai.automation.Check;
import io.hemai.automation.Offset;
import io.hemai.automation.TimeTrigger;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import io.hemai.records.verb.Asked;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A day or time that the record tells has come, or comes soon, or is some time ago. */
@Component
final class DateTrigger implements TimeTrigger<DateTrigger.Input> {
    /**
     * When.
     *
     * @param days after the field's day; less than none for before
     * @param at the time of that day, of a date; nine in the morning when it is not said
     */
    record Input(
            @Asked(kind = "field", required = true) @Nullable
            String field,

            @Nullable Integer days,
            @Nullable Integer minutes,
            @Nullable LocalTime at) {
        Offset offset() {
            return Offset.of(days, minutes, at);
        }
    }

    @Override
    public String name() {
        return "date";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        input.offset().check(check, "field", input.field());
    }

    @Override
    public Optional<Filter> reached(Input input, ObjectType type, Instant after, Instant upTo, ZoneId zone) {
        return input.offset().reached(type.requireField(String.valueOf(input.field())), after, upTo, zone);
    }

    @Override
    public Instant next(Input input, ObjectType type, Instant now, ZoneId zone) {
        return input.offset().next(type.requireField(String.valueOf(input.field())), now, zone);
    }
}
