package io.hemai.automation.trigger;

import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Offset;
import io.hemai.automation.TimeTrigger;
import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.verb.Asked;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nothing was done about the record for so many days: no activity since, or none ever since it was made. */
@Component
final class SilentTrigger implements TimeTrigger<SilentTrigger.Input> {
    /** Of objects that activities are about: when the last one was. */
    private static final String LAST = "last_activity_at";

    private static final int MOST_DAYS = 3_660;

    /** How long. */
    record Input(@Asked(required = true) @Nullable Integer days) {
        Offset offset() {
            return Offset.of(days, null, null);
        }
    }

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return type.field(LAST).isPresent();
    }

    @Override
    public void check(Input input, Check check) {
        if (!offeredFor(check.type())) {
            check.refuse("", AutomationError.NEVER_SILENT, check.type().name());
        } else {
            check.field("", LAST);
        }
        if (input.days() == null || input.days() < 1 || input.days() > MOST_DAYS) {
            check.refuse("days", AutomationError.DAYS_OUT_OF_RANGE, MOST_DAYS);
        }
    }

    @Override
    public Optional<Filter> reached(Input input, ObjectType type, Instant after, Instant upTo, ZoneId zone) {
        Field<?> last = type.requireField(LAST);
        Optional<Filter> never = input.offset()
                .reached(CommonFields.CREATED_AT, after, upTo, zone)
                .map(last.isEmpty()::and);
        return input.offset().reached(last, after, upTo, zone).flatMap(since -> never.map(since::or));
    }

    @Override
    public Instant next(Input input, ObjectType type, Instant now, ZoneId zone) {
        return input.offset().next(type.requireField(LAST), now, zone);
    }
}
