package io.hemai.calendar;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** That the company was given the days of a year, whatever became of them. */
@Component
final class GivenDaysObject extends StandardObject {
    /** Country and year. */
    public final Field<String> name = add(text("name").required().unique().naming());

    GivenDaysObject() {
        super("given_days", ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL);
    }
}
