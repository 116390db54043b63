package io.hemai.calendar;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The hours of an ordinary week. Each day has those that {@link Hours} reads, none on days off. The company has one; a department may
 * have another, which holds for those below it too.
 */
@Component
public final class WorkingCalendarObject extends StandardObject {
    /** The code of the company's own, which holds where no other does. */
    static final String COMPANY = "company";

    static final String USUAL = "09:00-12:00, 13:00-18:00";

    public final Field<String> name = add(text("name").required().naming());
    /** {@link #COMPANY}, or empty. */
    public final Field<String> code = add(text("code").readOnly().unique());

    public final Field<String> monday = add(text("monday").initially(USUAL));
    public final Field<String> tuesday = add(text("tuesday").initially(USUAL));
    public final Field<String> wednesday = add(text("wednesday").initially(USUAL));
    public final Field<String> thursday = add(text("thursday").initially(USUAL));
    public final Field<String> friday = add(text("friday").initially(USUAL));
    public final Field<String> saturday = add(text("saturday"));
    public final Field<String> sunday = add(text("sunday"));

    WorkingCalendarObject() {
        super("working_calendar", ObjectTrait.REFERENCE);
        columns(monday, saturday, sunday);
    }

    /** The days of the week in their order. */
    List<Field<String>> week() {
        return List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
    }
}
