package io.hemai.calendar;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

class WorkingDayObjectTests extends StandardObjectContract {
    private final AtomicInteger made = new AtomicInteger();

    @Autowired
    WorkingDayObject day;

    @Autowired
    WorkingCalendarObject calendar;

    @Override
    protected StandardObject object() {
        return day;
    }

    @Override
    protected Values example() {
        return Values.of(day.name, "国庆节调休")
                .set(day.day, LocalDate.of(2040, 1, 1).plusDays(made.incrementAndGet()))
                .set(day.kind, DayKind.WORKING)
                .set(day.hours, "09:00-12:00")
                .set(day.calendar, records.create(calendar, Values.of(calendar.name, "客服轮班")));
    }
}
