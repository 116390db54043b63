package io.hemai.calendar;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

class WorkingCalendarObjectTests extends StandardObjectContract {
    private final AtomicInteger made = new AtomicInteger();

    @Autowired
    WorkingCalendarObject calendar;

    @Override
    protected StandardObject object() {
        return calendar;
    }

    @Override
    protected Values example() {
        return Values.of(calendar.name, "客服轮班 " + made.incrementAndGet())
                .set(calendar.monday, "08:00-20:00")
                .set(calendar.saturday, "22:00-06:00")
                .set(calendar.sunday, null);
    }
}
