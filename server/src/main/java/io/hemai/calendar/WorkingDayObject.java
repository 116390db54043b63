package io.hemai.calendar;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A day that is not as its weekday: a holiday, or a Saturday on which people work instead. */
@Component
public final class WorkingDayObject extends StandardObject {
    /** Such as Spring Festival. */
    public final Field<String> name = add(text("name").required().naming());

    public final Field<LocalDate> day = add(date("day").required().indexed());
    public final Field<DayKind> kind =
            add(choice("kind", DayKind.class).required().initially(DayKind.OFF));
    /** When is worked on it; empty for the hours of the first day of the week that has some. */
    public final Field<String> hours = add(text("hours"));
    /** Whose day it is; empty for everybody's whose calendar does not say otherwise. */
    public final Field<RecordId> calendar = add(link("calendar", "working_calendar", "days", OnDelete.CASCADE));
    /** Day and calendar, so that no day is said twice. */
    public final Field<String> key = add(text("key").readOnly().unique());

    WorkingDayObject() {
        super("working_day", ObjectTrait.REFERENCE);
        columns(day, kind, hours, calendar);
    }

    /** What no two have alike. */
    static String key(LocalDate day, @Nullable RecordId calendar) {
        return calendar == null ? day.toString() : day + " " + calendar;
    }
}
